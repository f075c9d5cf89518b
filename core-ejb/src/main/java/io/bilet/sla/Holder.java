package io.bilet.sla;

import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a ticket at some instant.
 *
 * @param agent null if nobody owns it
 * @param group null if it lies in none
 */
public record Holder(@Nullable UserId agent, @Nullable GroupId group) {

    public static final Holder NOBODY = new Holder(null, null);

    Holder with(@Nullable UserId other) {
        return new Holder(other, group);
    }

    Holder with(@Nullable GroupId other) {
        return new Holder(agent, other);
    }
}
