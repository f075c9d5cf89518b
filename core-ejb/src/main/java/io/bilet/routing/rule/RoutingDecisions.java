package io.bilet.routing.rule;

import io.bilet.decision.Decision;
import io.bilet.decision.DecisionQueries;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Everything that was decided about a ticket, also which rules did not hold, and why. */
@ApplicationScoped
public class RoutingDecisions {

    private static final Position START = new Position("-1", new UUID(0, 0));

    @Inject
    private DecisionQueries decisions;

    @Inject
    private RuleSets ruleSets;

    /** One page, oldest first. */
    public Slice<Decision> of(TicketId ticket, Optional<Position> after, int limit) {
        Position from = after.orElse(START);
        List<Placed> placed = new ArrayList<>();
        Map<Integer, RuleSet> sets = new HashMap<>();
        for (Decision stored : decisions.of(ticket.value(), from.id(), limit + 2)) {
            List<Decision> each = expand(stored, sets);
            int seen = stored.id().value().equals(from.id()) ? Integer.parseInt(from.key()) + 1 : 0;
            for (int i = seen; i < each.size(); i++) {
                placed.add(new Placed(
                        each.get(i),
                        new Position(Integer.toString(i), stored.id().value())));
            }
        }
        return Slice.of(placed.subList(0, Math.min(placed.size(), limit + 1)), limit, Placed::position)
                .map(Placed::decision);
    }

    private List<Decision> expand(Decision stored, Map<Integer, RuleSet> sets) {
        if (!stored.subject().type().equals(RuleTrace.SUBJECT)) {
            return List.of(stored);
        }
        int version = Objects.requireNonNull(stored.subject().version());
        return RuleTraceReading.expand(stored, sets.computeIfAbsent(version, ruleSets::at));
    }

    private record Placed(Decision decision, Position position) {}
}
