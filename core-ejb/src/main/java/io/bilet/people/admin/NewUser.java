package io.bilet.people.admin;

import io.bilet.people.UserProfile;
import java.util.List;

/** A user to be added, with what they are recognised by. */
public record NewUser(UserProfile profile, List<NewIdentity> identities) {}
