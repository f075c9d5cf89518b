package io.bilet.webhook;

import io.bilet.condition.FactSheet;
import io.bilet.feed.Change;
import io.bilet.feed.ChangeFeed;
import io.bilet.people.RequesterRepository;
import io.bilet.people.UserId;
import io.bilet.platform.work.Leases;
import io.bilet.platform.work.NewWork;
import io.bilet.platform.work.WorkQueue;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketFacts;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import io.bilet.webhook.WebhookSet.Listening;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns changes into deliveries: to whom each is told is settled once, in the order of the feed. */
@Stateless
public class WebhookLedger {

    @Inject
    private Leases leases;

    @Inject
    private ChangeFeed feed;

    @Inject
    private WebhookSet set;

    @Inject
    private WebhookRepository webhooks;

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private WorkQueue work;

    @Inject
    private TicketRepository tickets;

    @Inject
    private RequesterRepository requesters;

    @Inject
    private Clock clock;

    /** Tells what comes next, up to {@code limit} changes; says whether there is more. */
    public boolean tell(int limit) {
        long told = deliveries.lockProgress();
        if (feed.latest() <= told) {
            return false;
        }
        leases.requireHeld(WebhookTimer.LEASE);
        ChangeFeed.Page page = feed.everything(Math.max(told, earliest(told)), limit);
        // Read after the page: whatever was made before one of its changes is there.
        List<Listening> listening = set.read(active());
        Map<WebhookId, List<Delivery>> wanted = wanted(page.changes(), listening);
        wanted.forEach((webhook, fresh) -> {
            deliveries.add(fresh);
            work.add(
                    Endpoint.queue(webhook),
                    fresh.stream().map(WebhookLedger::newWork).toList());
        });
        deliveries.moveTo(page.position());
        return page.more();
    }

    private List<Webhook> active() {
        return webhooks.all().stream().filter(Webhook::active).toList();
    }

    /** Before this nobody wants anything: while there was no webhook, nobody followed the feed. */
    private long earliest(long otherwise) {
        return active().stream().mapToLong(Webhook::toldAfter).min().orElse(otherwise);
    }

    private static NewWork newWork(Delivery delivery) {
        return WebhookDeliveryLedger.newWork(delivery.id(), 0);
    }

    private Map<WebhookId, List<Delivery>> wanted(List<Change> changes, List<Listening> listening) {
        Instant now = clock.instant();
        Map<String, Optional<FactSheet>> facts = new HashMap<>();
        Map<WebhookId, List<Delivery>> wanted = new LinkedHashMap<>();
        for (Change change : changes) {
            for (Listening one : listening) {
                if (one.wants(change) && satisfies(one, change, facts, now)) {
                    wanted.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(delivery(one, change, now));
                }
            }
        }
        return wanted;
    }

    private static Delivery delivery(Listening to, Change change, Instant now) {
        return new Delivery(
                DeliveryId.next(),
                to.id(),
                change.position(),
                change.type(),
                Payload.of(change).toString(),
                DeliveryState.PENDING,
                Optional.of(now),
                now,
                List.of());
    }

    private boolean satisfies(Listening one, Change change, Map<String, Optional<FactSheet>> facts, Instant now) {
        return one.condition()
                .map(condition -> facts.computeIfAbsent(change.subject().id(), id -> facts(change.subject(), now))
                        .filter(condition::matches)
                        .isPresent())
                .orElse(true);
    }

    /** A ticket as it stands now; nothing else can satisfy a condition. */
    private Optional<FactSheet> facts(Change.Subject subject, Instant now) {
        return subject.type().equals("ticket")
                ? tickets.find(TicketId.parse(subject.id()))
                        .map(ticket -> new FactSheet(
                                new TicketFacts(ticket, () -> requesters.get(requester(ticket)), "", null, now)))
                : Optional.empty();
    }

    private static UserId requester(Ticket ticket) {
        return ticket.origin().requester();
    }
}
