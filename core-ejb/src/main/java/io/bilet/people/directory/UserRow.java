package io.bilet.people.directory;

import io.bilet.people.Identity;
import io.bilet.people.User;
import java.util.List;

/**
 * A user as others see them.
 *
 * @param identities oldest first
 */
public record UserRow(User user, List<Identity> identities) {}
