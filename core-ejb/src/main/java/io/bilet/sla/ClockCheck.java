package io.bilet.sla;

import static java.util.stream.Collectors.groupingBy;

import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the clocks of all tickets, page by page, against what their ledgers give when computed from zero. */
@ApplicationScoped
public class ClockCheck {

    @Inject
    SlaClockQueries ledgers;

    @Inject
    SlaClockRepository clocks;

    /** A clock whose row or ledger is not what happened to it gives. */
    public record Wrong(ClockKey clock, List<String> differences) {}

    /** Up to {@code limit} tickets that have clocks, after one in the order of their ids. */
    public List<TicketId> ticketsAfter(Optional<TicketId> after, int limit) {
        return ledgers.ticketsAfter(after, limit);
    }

    /** What is wrong about a ticket's clocks; nothing if all is well. */
    public List<Wrong> wrongOf(TicketId ticket) {
        return wrong(clocks.of(ticket), ledgers.ledgers(ticket));
    }

    static List<Wrong> wrong(List<SlaClock> clocks, Map<ClockId, List<ClockEvent>> ledgers) {
        List<Wrong> wrong = new ArrayList<>();
        clocks.stream().collect(groupingBy(SlaClock::metric)).values().forEach(cycles -> {
            List<SlaClock> inOrder = cycles.stream()
                    .sorted(Comparator.comparing(clock -> clock.key().cycle()))
                    .toList();
            for (int i = 0; i < inOrder.size(); i++) {
                SlaClock clock = inOrder.get(i);
                Optional<ClockReading> earlier = i == 0
                        ? Optional.empty()
                        : Optional.of(inOrder.get(i - 1).reading());
                List<String> differences = ClockRecount.differences(
                        ledgers.getOrDefault(clock.key().id(), List.of()), clock.reading(), earlier);
                if (!differences.isEmpty()) {
                    wrong.add(new Wrong(clock.key(), differences));
                }
            }
        });
        return wrong;
    }
}
