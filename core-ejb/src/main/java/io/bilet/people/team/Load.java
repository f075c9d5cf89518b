package io.bilet.people.team;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an agent holds.
 *
 * @param openCount tickets held now
 * @param units room they take up together; may exceed the capacity
 * @param lastAssignedAt empty if they never were given one
 */
public record Load(int openCount, int units, @Nullable Instant lastAssignedAt) {

    static final Load NONE = new Load(0, 0, null);
}
