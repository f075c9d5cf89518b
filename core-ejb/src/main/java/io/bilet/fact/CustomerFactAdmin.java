package io.bilet.fact;

import io.bilet.people.OrganizationId;
import io.bilet.people.UserId;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import io.bilet.platform.outbox.Outbox;
import io.bilet.platform.outbox.OutboxEntry;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what others know about customers. */
@Stateless
public class CustomerFactAdmin {

    /** What is told of a fact that became another; payload: about, id, key, from, to, source. */
    public static final String CHANGED = "customer.fact_changed";

    /** As much as the clock of somebody else may be ahead. */
    private static final Duration AHEAD_MAX = Duration.ofMinutes(5);

    @Inject
    private FactDefinitions definitions;

    @Inject
    private CustomerFactRepository facts;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /** Writes down something about a requester. */
    public CustomerFact observe(UserId requester, String key, Observation seen) {
        return observe(Customer.of(requester), key, seen);
    }

    /** Writes down something about an organization. */
    public CustomerFact observe(OrganizationId organization, String key, Observation seen) {
        return observe(Customer.of(organization), key, seen);
    }

    /**
     * What was observed before what is known already changes nothing: messages may come late, and twice.
     *
     * @return what is known now
     * @throws NotFound if there is no such fact about these
     * @throws InvalidInput if the value breaks a rule of the fact
     */
    private CustomerFact observe(Customer customer, String key, Observation seen) {
        FactTerms terms = definitions.find(customer.about(), key).orElseThrow(() -> new NotFound("fact definition"));
        JsonValue value = terms.rules().accept(seen.value(), "/value");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant observed = observedAt(seen, now);
        CustomerFact before = facts.lock(customer.owner(), key).orElse(null);
        if (before != null && observed.isBefore(before.observedAt())) {
            return before;
        }
        Instant expires = expiresAt(seen, observed, terms);
        if (before != null && before.value().equals(value)) {
            CustomerFact confirmed = new CustomerFact(
                    key, value, seen.source(), observed, expires, before.changedAt(), before.previous());
            facts.keep(customer.about(), customer.owner(), confirmed);
            return confirmed;
        }
        CustomerFact next = new CustomerFact(
                key, value, seen.source(), observed, expires, now, before == null ? null : before.value());
        facts.keep(customer.about(), customer.owner(), next);
        tell(customer, before, next, now);
        return next;
    }

    private static Instant observedAt(Observation seen, Instant now) {
        Instant given = seen.observedAt();
        if (given == null) {
            return now;
        }
        if (given.isAfter(now.plus(AHEAD_MAX)) || given.isBefore(Instant.EPOCH)) {
            throw new InvalidInput("/observed_at", "out_of_range", "What is to come cannot have been observed.");
        }
        return given.truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable Instant expiresAt(Observation seen, Instant observed, FactTerms terms) {
        Instant given = seen.expiresAt();
        if (given == null) {
            return terms.validFor() == null ? null : observed.plus(terms.validFor());
        }
        if (!given.isAfter(observed)) {
            throw new InvalidInput("/expires_at", "out_of_range", "A fact expires after it was observed.");
        }
        return given.truncatedTo(ChronoUnit.MICROS);
    }

    /** Forgets something about a requester; what is not known is forgotten already. */
    public void forget(UserId requester, String key) {
        forget(Customer.of(requester), key);
    }

    /** Forgets something about an organization. */
    public void forget(OrganizationId organization, String key) {
        forget(Customer.of(organization), key);
    }

    private void forget(Customer customer, String key) {
        if (definitions.find(customer.about(), key).isEmpty()) {
            throw new NotFound("fact definition");
        }
        facts.lock(customer.owner(), key).ifPresent(before -> {
            facts.forget(customer.owner(), key);
            tell(customer, before, null, clock.instant());
        });
    }

    private void tell(Customer customer, @Nullable CustomerFact before, @Nullable CustomerFact after, Instant now) {
        CustomerFact named = Objects.requireNonNull(after == null ? before : after);
        var data = StoredJson.object()
                .add("about", Wire.of(customer.about()))
                .add("id", customer.id())
                .add("key", named.key())
                .add("from", before == null ? JsonValue.NULL : before.value())
                .add("to", after == null ? JsonValue.NULL : after.value())
                .add("source", named.source());
        var payload = StoredJson.object()
                .add("type", CHANGED)
                .add("at", now.toString())
                .add("data", data)
                .build();
        outbox.record(List.of(new OutboxEntry(CHANGED, customer.owner(), payload)));
    }

    /** Whose facts they are, and how they are called outside. */
    private record Customer(FactSubject about, UUID owner, String id) {

        static Customer of(UserId requester) {
            return new Customer(FactSubject.REQUESTER, requester.value(), requester.toString());
        }

        static Customer of(OrganizationId organization) {
            return new Customer(FactSubject.ORGANIZATION, organization.value(), organization.toString());
        }
    }
}
