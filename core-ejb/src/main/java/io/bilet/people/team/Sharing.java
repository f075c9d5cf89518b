package io.bilet.people.team;

import io.bilet.people.GroupId;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.Require;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a group shares out its tickets; refuses what breaks a rule, naming the field.
 *
 * @param overflow group whose members help when nobody here could take a ticket for long enough
 * @param overflowAfter how long that is
 * @param vipReserve units of each member's capacity that are kept for tickets of the VIP lane
 */
public record Sharing(@Nullable GroupId overflow, Duration overflowAfter, int vipReserve) {

    private static final Duration OVERFLOW_AFTER_MAX = Duration.ofDays(28);

    public static final Sharing DEFAULT = new Sharing(null, Duration.ofMinutes(5), 0);

    public Sharing {
        if (overflowAfter.isNegative() || overflowAfter.compareTo(OVERFLOW_AFTER_MAX) > 0) {
            throw new InvalidInput("/overflow_after", "out_of_range", "Between no time and 28 days is allowed.");
        }
        Require.range(vipReserve, 0, Agent.CAPACITY_MAX, "/vip_reserve");
    }
}
