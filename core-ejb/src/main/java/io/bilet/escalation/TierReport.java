package io.bilet.escalation;

import io.bilet.escalation.TierQueries.Move;
import io.bilet.escalation.TierQueries.Path;
import io.bilet.escalation.TierQueries.Stays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What became of the tickets opened in a period: which tiers they reached, where they were solved, and how often a
 * tier gave one back.
 *
 * @param received tickets opened in the period, without spam and what people solved themselves
 * @param kinds tier and swarm compared on the same kinds of ticket
 */
public record TierReport(long received, List<Tier> tiers, List<OfGroup> groups, List<KindOfTicket> kinds) {

    private static final int TIER_MAX = 4;

    /**
     * Escalations to a tier or a group, and what came back from it without an answer.
     *
     * @param escalatedOn how many it passed up
     * @param missingInformation how many of those that bounced did so for want of information
     */
    public record Flow(long escalatedTo, long escalatedOn, long bounced, long missingInformation) {

        /** How much of what was escalated to it came back without an answer; null if nothing was. */
        public @Nullable Double bouncedShare() {
            return share(bounced, escalatedTo);
        }

        /** How much of what was escalated to it came back for want of information; null if nothing was. */
        public @Nullable Double missingInformationShare() {
            return share(missingInformation, escalatedTo);
        }
    }

    /**
     * One tier.
     *
     * @param reached tickets that came up to it or beyond
     * @param resolved tickets that are solved there now
     */
    public record Tier(
            int tier,
            long reached,
            @Nullable Double reachedShare,
            long resolved,
            @Nullable Double resolvedShare,
            Flow flow) {}

    /** One group. */
    public record OfGroup(Stays stays, Flow flow) {}

    static TierReport of(List<Path> paths, List<Move> moves, List<Stays> stays, List<KindOfTicket> kinds) {
        long received = paths.stream().mapToLong(Path::tickets).sum();
        List<Tier> tiers = IntStream.rangeClosed(1, TIER_MAX)
                .mapToObj(tier -> tier(tier, received, paths, moves))
                .toList();
        List<OfGroup> groups = stays.stream()
                .map(stay -> new OfGroup(stay, flow(moves, move -> move.to().equals(stay.group()), move -> stay.group()
                        .equals(move.from()))))
                .toList();
        return new TierReport(received, tiers, groups, kinds);
    }

    private static Tier tier(int tier, long received, List<Path> paths, List<Move> moves) {
        long reached = paths.stream()
                .filter(path -> path.top() >= tier)
                .mapToLong(Path::tickets)
                .sum();
        long resolved = paths.stream()
                .filter(path -> path.resolvedTier() != null && path.resolvedTier() == tier)
                .mapToLong(Path::tickets)
                .sum();
        Flow flow = flow(moves, move -> move.toTier() == tier, move -> move.fromTier() == tier);
        return new Tier(tier, reached, share(reached, received), resolved, share(resolved, received), flow);
    }

    private static Flow flow(List<Move> moves, Predicate<Move> into, Predicate<Move> outOf) {
        return new Flow(
                times(moves, into.and(TierReport::isUp)),
                times(moves, outOf.and(TierReport::isUp)),
                times(
                        moves,
                        outOf.and(
                                move -> move.outcome() != null && move.outcome().isBounce())),
                times(moves, outOf.and(move -> move.outcome() == EpisodeOutcome.MISSING_INFORMATION)));
    }

    private static boolean isUp(Move move) {
        return move.toTier() > move.fromTier();
    }

    private static long times(List<Move> moves, Predicate<Move> which) {
        return moves.stream().filter(which).mapToLong(Move::times).sum();
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
