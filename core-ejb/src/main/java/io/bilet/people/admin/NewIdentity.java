package io.bilet.people.admin;

import io.bilet.people.IdentityKey;

/**
 * Something a user shall be recognised by.
 *
 * @param verified whether whoever adds it vouches that it is theirs
 */
public record NewIdentity(IdentityKey key, boolean verified) {}
