package io.bilet.view;

import io.bilet.access.Caller;
import io.bilet.condition.Condition;
import io.bilet.condition.ConditionReader;
import io.bilet.fact.CustomerFact;
import io.bilet.fact.CustomerFacts;
import io.bilet.people.Requester;
import io.bilet.people.RequesterRepository;
import io.bilet.people.UserId;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketFacts;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tickets of a view as its caller sees them, page by page, and how many there are. */
@ApplicationScoped
public class ViewTickets {

    /** Tickets that one request reads at most where the database leaves a condition open. */
    static final int EXAMINED_MAX = 1_000;

    /** Nobody works through more; counting on would only cost. */
    static final int COUNTED_MAX = 10_000;

    private static final int BATCH = 250;

    @Inject
    private ViewQueries queries;

    @Inject
    private RequesterRepository requesters;

    @Inject
    private CustomerFacts customers;

    @Inject
    private ConditionReader conditions;

    @Inject
    private Clock clock;

    /**
     * How many tickets a view has.
     *
     * @param atLeast whether there may be more, because counting stopped
     */
    public record Count(int tickets, boolean atLeast, Instant countedAt) {}

    /**
     * One page. Where the condition asks what only memory can answer, a page may be short, even empty, although there
     * is a next one: reading stops after 1,000 tickets.
     */
    public Slice<Ticket> page(Caller caller, View view, Optional<Position> after, int limit) {
        Question question = question(view);
        if (question.stored().exact()) {
            List<ViewQueries.Row> rows = queries.after(after, caller, question.stored(), view.layout(), limit + 1);
            return Slice.of(rows, limit, ViewQueries.Row::position).map(ViewQueries.Row::ticket);
        }
        Search search = new Search(caller, view, question, limit);
        search.run(after);
        return search.page();
    }

    /** Counts; see {@link #COUNTED_MAX} and {@link #EXAMINED_MAX} for where it stops. */
    public Count count(Caller caller, View view) {
        Question question = question(view);
        Instant now = clock.instant();
        if (question.stored().exact()) {
            int counted = queries.count(caller, question.stored(), COUNTED_MAX + 1);
            return new Count(Math.min(counted, COUNTED_MAX), counted > COUNTED_MAX, now);
        }
        Search search = new Search(caller, view, question, COUNTED_MAX);
        search.run(Optional.empty());
        return new Count(search.found.size(), search.stopped, now);
    }

    /** Which of a few tickets a view shows its caller. */
    public Set<TicketId> among(Caller caller, View view, List<TicketId> few) {
        Question question = question(view);
        List<Ticket> stored = queries.among(caller, question.stored(), few);
        return matching(stored, question).stream().map(Ticket::id).collect(Collectors.toSet());
    }

    /** Asks in memory; nothing is left to ask where the database asked all. */
    private List<Ticket> matching(List<Ticket> tickets, Question question) {
        if (question.stored().exact()) {
            return tickets;
        }
        Map<UserId, Requester> who = requesters.all(
                tickets.stream().map(ticket -> ticket.origin().requester()).collect(Collectors.toSet()));
        Map<UUID, List<CustomerFact>> known = customers.known(question.condition(), customers(who.values()));
        return tickets.stream()
                .filter(ticket -> {
                    UserId requester = ticket.origin().requester();
                    var alone = new TicketFacts(
                            ticket, () -> Objects.requireNonNull(who.get(requester)), "", null, question.now());
                    return question.condition().matches(CustomerFacts.beside(alone, known));
                })
                .toList();
    }

    private static Set<UUID> customers(Collection<Requester> requesters) {
        Set<UUID> ids = new HashSet<>();
        requesters.forEach(requester -> {
            ids.add(requester.id().value());
            Optional.ofNullable(requester.organizationId()).ifPresent(organization -> ids.add(organization.value()));
        });
        return ids;
    }

    private Question question(View view) {
        Condition condition = conditions.read(view.condition(), "/condition");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Question(condition, StoredCondition.of(condition, now), now);
    }

    /** A condition in its two forms, asked at one instant. */
    private record Question(Condition condition, StoredCondition stored, Instant now) {}

    /** Reads what the database lets through and asks each ticket in memory. */
    private final class Search {

        private final Caller caller;
        private final View view;
        private final Question question;
        private final int limit;
        private final List<ViewQueries.Row> found = new ArrayList<>();
        private Optional<Position> end = Optional.empty();
        private boolean stopped;

        private Search(Caller caller, View view, Question question, int limit) {
            this.caller = caller;
            this.view = view;
            this.question = question;
            this.limit = limit;
        }

        /** Ends with one ticket more than wanted, at the bound, or when there are no more. */
        private void run(Optional<Position> from) {
            int examined = 0;
            List<ViewQueries.Row> batch;
            end = from;
            do {
                batch = queries.after(end, caller, question.stored(), view.layout(), BATCH);
                examine(batch);
                examined += batch.size();
            } while (batch.size() == BATCH && examined < EXAMINED_MAX && found.size() <= limit);
            stopped = batch.size() == BATCH && found.size() <= limit;
        }

        private void examine(List<ViewQueries.Row> batch) {
            Set<Ticket> matching = Set.copyOf(
                    matching(batch.stream().map(ViewQueries.Row::ticket).toList(), question));
            for (ViewQueries.Row row : batch) {
                if (matching.contains(row.ticket())) {
                    found.add(row);
                }
                end = Optional.of(row.position());
            }
        }

        private Slice<Ticket> page() {
            Slice<ViewQueries.Row> page = Slice.of(found, limit, ViewQueries.Row::position);
            Optional<Position> next = stopped ? end : page.next();
            return new Slice<>(
                    page.items().stream().map(ViewQueries.Row::ticket).toList(), next);
        }
    }
}
