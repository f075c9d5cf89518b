package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.audit.AuditEntry;
import io.bilet.audit.AuditTrail;
import io.bilet.condition.Facts;
import io.bilet.decision.Decision;
import io.bilet.decision.DecisionRepository;
import io.bilet.escalation.Episodes;
import io.bilet.fact.CustomerFacts;
import io.bilet.people.RequesterRepository;
import io.bilet.people.UserId;
import io.bilet.platform.config.Within;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import io.bilet.platform.outbox.Outbox;
import io.bilet.platform.outbox.OutboxEntry;
import io.bilet.platform.telemetry.Traces;
import io.bilet.platform.telemetry.Traces.Running;
import io.bilet.routing.Router;
import io.bilet.routing.rule.OpeningRules;
import io.bilet.sla.SlaClocks;
import io.bilet.ticket.Description;
import io.bilet.ticket.EventFacts;
import io.bilet.ticket.Folder;
import io.bilet.ticket.SnoozeKeeper;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketEvent;
import io.bilet.ticket.TicketEvent.FieldChanged;
import io.bilet.ticket.TicketFacts;
import io.bilet.ticket.TicketRepository;
import io.bilet.ticket.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What follows from a change, always in the same order: rules on opening, snooze, triggers, receipt, policy and clocks,
 * assignment, timers of automations, record, outbox. All of it is one transaction with the change.
 */
@ApplicationScoped
class Settlement {

    /** Which ticket a span is about. */
    private static final String TICKET = "ticket.id";

    /** How long an archived ticket can still be brought back by a reply. */
    private static final Duration ARCHIVE_REOPENS_FOR = Duration.ofDays(28);

    @Inject
    private TicketRepository tickets;

    @Inject
    private RequesterRepository requesters;

    @Inject
    private CustomerFacts customers;

    @Inject
    private OpeningRules openingRules;

    @Inject
    private Triggers triggers;

    @Inject
    private Automations automations;

    @Inject
    private StoredActionRows storedRows;

    @Inject
    private SlaClocks clocks;

    @Inject
    private Ownerships ownerships;

    @Inject
    private Receipts receipts;

    @Inject
    private Episodes episodes;

    @Inject
    private Router router;

    @Inject
    private Expectations expectations;

    @Inject
    private DecisionRepository decisions;

    @Inject
    private AuditTrail audits;

    @Inject
    private Outbox outbox;

    @Inject
    private Traces traces;

    @Inject
    @ConfigProperty(name = "bilet.ticket.close-after", defaultValue = "P4D")
    @Within(min = "PT1H", max = "P28D")
    Duration closeAfter;

    /**
     * Settles a ticket that begins. It is stored last, as it then is: a row that is written once costs half of one
     * that is written and changed.
     */
    void settleOpening(Ticket ticket, Runnable store, Facts facts, Act act) {
        try (Running running = traces.begin("ticket open")) {
            running.note(TICKET, ticket.id().toString());
            var rows = new OpeningActionRows(storedRows, store);
            List<Decision> ruled = openingRules.apply(facts, ticket, act.at());
            var event = EventFacts.opening(facts, ticket, act.actor(), act.cause());
            List<Decision> made = follow(ticket, event, ruled, act, rows);
            List<AuditEntry> entries =
                    audits.number(ticket, act, ticket.happenings().take());
            rows.finish();
            router.keepOffers(ticket);
            tickets.insertTags(ticket.id(), ticket.description().tags());
            tickets.insertCustomFields(ticket.id(), ticket.description().customFields());
            record(entries);
            decisions.add(made);
        }
    }

    void settle(Ticket ticket, Act act) {
        settle(ticket, act, List.of());
    }

    /** Settles a ticket about which something has been decided already. */
    void settle(Ticket ticket, Act act, List<Decision> decided) {
        List<Decision> made = new ArrayList<>();
        List<AuditEntry> entries = settle(ticket, act, decided, made);
        record(entries);
        decisions.add(made);
    }

    /** Settles tickets one after the other, and then writes down what followed from all of them together. */
    void settle(List<Ticket> several, Act act) {
        List<Decision> made = new ArrayList<>();
        List<AuditEntry> entries = new ArrayList<>();
        several.forEach(ticket -> entries.addAll(settle(ticket, act, List.of(), made)));
        record(entries);
        decisions.add(made);
    }

    private List<AuditEntry> settle(Ticket ticket, Act act, List<Decision> decided, List<Decision> made) {
        try (Running running = traces.begin("ticket settle")) {
            running.note(TICKET, ticket.id().toString());
            Facts facts = customers.beside(
                    new TicketFacts(ticket, () -> requesters.get(ticket.origin().requester()), "", null, act.at()));
            var event = EventFacts.update(facts, ticket, act.actor(), act.cause());
            made.addAll(follow(ticket, event, decided, act, storedRows));
            return number(ticket, act);
        }
    }

    /** Holds a waiting ticket out to an agent who asked for one; says whether they can take it. */
    boolean handOut(Ticket ticket, UserId agent, Act act) {
        Optional<Decision> made = router.handOut(ticket, agent, act.at());
        made.ifPresent(decision -> {
            record(ticket, act);
            decisions.add(List.of(decision));
        });
        return made.isPresent();
    }

    private List<Decision> follow(Ticket ticket, EventFacts facts, List<Decision> ofRules, Act act, ActionRows rows) {
        new SnoozeKeeper(ticket, act.at()).follow();
        List<Decision> made = new ArrayList<>(ofRules);
        made.addAll(triggers.follow(ticket, facts, act, rows));
        scheduleClosing(ticket, act);
        new SnoozeKeeper(ticket, act.at()).follow(); // triggers may have settled what was promised
        receipts.follow(ticket, act);
        ownerships.followReturn(ticket, act);
        clocks.follow(ticket, ticket.happenings().pending(), facts, act.at()).ifPresent(made::add);
        int heard = ticket.happenings().pending().size();
        route(ticket, act).ifPresent(made::add);
        List<TicketEvent> all = ticket.happenings().pending();
        clocks.followRouting(ticket, all.subList(heard, all.size()), facts, act.at())
                .ifPresent(made::add);
        episodes.follow(ticket);
        expectations.follow(ticket, facts, act);
        automations.follow(ticket, facts, act, rows);
        return made;
    }

    private Optional<Decision> route(Ticket ticket, Act act) {
        try (Running running = traces.begin("ticket route")) {
            running.note(TICKET, ticket.id().toString());
            Optional<Decision> decision = router.follow(ticket, act.at());
            decision.ifPresent(made -> running.note("routing.outcome", Wire.of(made.outcome())));
            return decision;
        }
    }

    private void scheduleClosing(Ticket ticket, Act act) {
        if (ticket.status() == TicketStatus.SOLVED
                && ticket.timeline().closesAt().isEmpty()) {
            ticket.timeline()
                    .closesAt(act.at().plus(ticket.folder() == Folder.ARCHIVE ? ARCHIVE_REOPENS_FOR : closeAfter));
        }
    }

    /** What happened goes into the ticket's record and to the outbox. */
    void record(Ticket ticket, Act act) {
        record(number(ticket, act));
    }

    private List<AuditEntry> number(Ticket ticket, Act act) {
        router.keepOffers(ticket);
        List<TicketEvent> events = ticket.happenings().take();
        index(ticket, events);
        return audits.number(ticket, act, events);
    }

    private void record(List<AuditEntry> entries) {
        audits.record(entries);
        outbox.record(entries.stream().map(Settlement::outboxEntry).toList());
    }

    private void index(Ticket ticket, List<TicketEvent> events) {
        Description described = ticket.description();
        if (changes(events, field -> field.equals("tags"))) {
            tickets.indexTags(ticket.id(), described.tags());
        }
        if (changes(events, field -> field.startsWith(Description.CUSTOM_FIELDS))) {
            tickets.indexCustomFields(ticket.id(), described.customFields());
        }
    }

    private static boolean changes(List<TicketEvent> events, Predicate<String> fields) {
        return events.stream().anyMatch(event -> event instanceof FieldChanged change && fields.test(change.field()));
    }

    private static OutboxEntry outboxEntry(AuditEntry entry) {
        var payload = StoredJson.object()
                .add("ticket_id", entry.ticketId().toString())
                .add("seq", entry.seq())
                .add("type", entry.type())
                .add("at", entry.act().at().toString())
                .add("data", entry.data())
                .build();
        return new OutboxEntry(entry.type(), entry.ticketId().value(), payload);
    }
}
