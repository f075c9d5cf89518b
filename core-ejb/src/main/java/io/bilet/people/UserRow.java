package io.bilet.people;

import java.util.List;

/**
 * A user as others see them.
 *
 * @param identities oldest first
 */
public record UserRow(User user, List<Identity> identities) {}
