package io.bilet.people;

import org.jspecify.annotations.Nullable;

/**
 * Who or what caused a change.
 *
 * @param user the user who acted; present exactly when the type is {@link ActorType#USER}
 * @param onBehalfOf the requester a service account acted for
 */
public record Actor(
        ActorType type, @Nullable UserId user, @Nullable UserId onBehalfOf) {

    private static final Actor SYSTEM = new Actor(ActorType.SYSTEM, null, null);
    private static final Actor RULE = new Actor(ActorType.RULE, null, null);

    public Actor {
        if ((type == ActorType.USER) != (user != null)) {
            throw new IllegalArgumentException("A user, and only a user, acts under a user's id");
        }
    }

    public static Actor user(UserId user) {
        return new Actor(ActorType.USER, user, null);
    }

    public static Actor system() {
        return SYSTEM;
    }

    public static Actor rule() {
        return RULE;
    }
}
