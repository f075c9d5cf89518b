package io.bilet.webhook;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.webhook.Delivery.Attempt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what endpoints were told. */
@ApplicationScoped
public class DeliveryQueries {

    private static final String DELIVERY =
            "SELECT id, webhook_id, position, type, body, state, next_at, created_at FROM webhook_delivery WHERE ";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    public Optional<Delivery> find(DeliveryId id) {
        Query query = em.createNativeQuery(DELIVERY + "id = :id")
                .setParameter("id", id.value().toString());
        return deliveries(query).stream().findFirst();
    }

    /** One page of an endpoint's deliveries, newest first, of one state where one is asked for. */
    public Slice<Delivery> page(WebhookId webhook, Optional<DeliveryState> state, Optional<Position> after, int limit) {
        Query query = em.createNativeQuery(DELIVERY + "webhook_id = :webhook"
                        + (state.isPresent() ? " AND state = :state" : "")
                        + (after.isPresent() ? " AND id < :after" : "")
                        + " ORDER BY id DESC LIMIT " + (limit + 1))
                .setParameter("webhook", webhook.value().toString());
        state.ifPresent(asked -> query.setParameter("state", asked.name()));
        after.ifPresent(position -> query.setParameter("after", position.id().toString()));
        return Slice.of(
                deliveries(query), limit, last -> new Position("", last.id().value()));
    }

    private List<Delivery> deliveries(Query query) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        Map<UUID, List<Attempt>> attempts =
                attempts(rows.stream().map(row -> Columns.uuid(row[0])).toList());
        return rows.stream()
                .map(row -> delivery(row, attempts.getOrDefault(Columns.uuid(row[0]), List.of())))
                .toList();
    }

    private Map<UUID, List<Attempt>> attempts(Collection<UUID> deliveries) {
        if (deliveries.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        "SELECT delivery_id, number, at, duration_millis, status, error, answer FROM webhook_attempt"
                                + " WHERE delivery_id IN (:deliveries) ORDER BY delivery_id, number")
                .setParameter("deliveries", deliveries)
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Columns.uuid(row[0]),
                        Collectors.mapping(DeliveryQueries::attempt, Collectors.toList())));
    }

    private static Delivery delivery(Object[] row, List<Attempt> attempts) {
        return new Delivery(
                new DeliveryId(Columns.uuid(row[0])),
                new WebhookId(Columns.uuid(row[1])),
                Columns.number(row[2]),
                Columns.text(row[3]),
                Columns.text(row[4]),
                DeliveryState.valueOf(Columns.text(row[5])),
                Optional.ofNullable(Utc.instant(row[6])),
                Objects.requireNonNull(Utc.instant(row[7])),
                attempts);
    }

    private static Attempt attempt(Object[] row) {
        return new Attempt(
                (int) Columns.number(row[1]),
                Objects.requireNonNull(Utc.instant(row[2])),
                Columns.number(row[3]),
                row[4] == null ? null : (int) Columns.number(row[4]),
                Columns.textOrNull(row[5]),
                Columns.textOrNull(row[6]));
    }
}
