package io.bilet.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose a ticket was: the agent and the group, where there were any, and the tier. */
record Holder(@Nullable UUID agent, @Nullable UUID group, int tier) {

    Holder withAgent(@Nullable UUID next) {
        return new Holder(next, group, tier);
    }

    Holder withGroup(@Nullable UUID next) {
        return new Holder(agent, next, tier);
    }

    Holder withTier(int next) {
        return new Holder(agent, group, next);
    }
}
