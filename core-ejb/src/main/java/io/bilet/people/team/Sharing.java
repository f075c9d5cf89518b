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
 * @param way whether tickets are given to agents or held out to them
 * @param offerTimeout how long they are held out
 */
public record Sharing(
        @Nullable GroupId overflow, Duration overflowAfter, int vipReserve, Way way, Duration offerTimeout) {

    /** How a ticket comes to an agent. */
    public enum Way {
        /** Routing gives it to them. */
        PUSH,
        /** Routing holds it out; they accept or decline. */
        OFFER
    }

    private static final Duration OVERFLOW_AFTER_MAX = Duration.ofDays(28);

    private static final Duration OFFER_TIMEOUT_MIN = Duration.ofSeconds(5);
    private static final Duration OFFER_TIMEOUT_MAX = Duration.ofDays(1);

    public static final Sharing DEFAULT = new Sharing(null, Duration.ofMinutes(5), 0, Way.PUSH, Duration.ofMinutes(1));

    public Sharing {
        if (overflowAfter.isNegative() || overflowAfter.compareTo(OVERFLOW_AFTER_MAX) > 0) {
            throw new InvalidInput("/overflow_after", "out_of_range", "Between no time and 28 days is allowed.");
        }
        if (offerTimeout.compareTo(OFFER_TIMEOUT_MIN) < 0 || offerTimeout.compareTo(OFFER_TIMEOUT_MAX) > 0) {
            throw new InvalidInput("/offer_timeout", "out_of_range", "Between 5 seconds and one day is allowed.");
        }
        Require.range(vipReserve, 0, Agent.CAPACITY_MAX, "/vip_reserve");
    }
}
