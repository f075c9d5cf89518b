package io.bilet.people.team;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an agent holds.
 *
 * @param openCount tickets held now; may exceed the capacity
 * @param lastAssignedAt empty if they never were given one
 */
public record Load(int openCount, @Nullable Instant lastAssignedAt) {

    static final Load NONE = new Load(0, null);
}
