package io.bilet.escalation;

import io.bilet.platform.error.InvalidInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reports on tiers, and says which share of the tickets each should solve or see. */
@ApplicationScoped
public class Tiers {

    private static final Duration PERIOD_MAX = Duration.ofDays(366);

    @Inject
    private TierQueries counts;

    @Inject
    @ConfigProperty(name = "bilet.tiers.solved-by-first-percent", defaultValue = "80")
    private int solvedByFirst;

    @Inject
    @ConfigProperty(name = "bilet.tiers.reaching-second-percent-min", defaultValue = "15")
    private int reachingSecondMin;

    @Inject
    @ConfigProperty(name = "bilet.tiers.reaching-second-percent-max", defaultValue = "20")
    private int reachingSecondMax;

    @Inject
    @ConfigProperty(name = "bilet.tiers.reaching-third-percent-max", defaultValue = "5")
    private int reachingThirdMax;

    /**
     * What share of all tickets is meant, in percent.
     *
     * @param ofReached whether of those that reach the tier, as opposed to those solved there
     */
    public record Target(boolean ofReached, int min, int max) {

        /** Whether it is so; no tickets are no success. */
        public boolean isMetBy(TierReport.Tier tier) {
            Double share = ofReached ? tier.reachedShare() : tier.resolvedShare();
            return share != null && share * 100 >= min && share * 100 <= max;
        }
    }

    /**
     * What became of the tickets opened in a period.
     *
     * @param from the first instant of it
     * @param to the first instant after it
     * @throws InvalidInput if that is no period of at most a year
     */
    public TierReport report(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new InvalidInput("/to", "not_after_from", "A period ends after it begins.");
        }
        if (Duration.between(from, to).compareTo(PERIOD_MAX) > 0) {
            throw new InvalidInput("/to", "too_long", "A period has at most %d days.".formatted(PERIOD_MAX.toDays()));
        }
        return TierReport.of(
                counts.paths(from, to), counts.moves(from, to), counts.stays(from, to), counts.kinds(from, to));
    }

    /** What is meant to be so on a tier, if anything is. */
    public Optional<Target> target(int tier) {
        return switch (tier) {
            case 1 -> Optional.of(new Target(false, solvedByFirst, 100));
            case 2 -> Optional.of(new Target(true, reachingSecondMin, reachingSecondMax));
            case 3 -> Optional.of(new Target(true, 0, reachingThirdMax));
            default -> Optional.empty();
        };
    }
}
