package io.bilet.rest.fact;

import io.bilet.api.v1.model.CustomerFact;
import io.bilet.api.v1.model.CustomerFactList;
import io.bilet.api.v1.model.NewCustomerFact;
import io.bilet.fact.Observation;
import java.time.Instant;
import java.util.List;

/** What is known about customers, as the API shows and takes it. */
final class CustomerFactJson {

    private CustomerFactJson() {}

    static CustomerFactList all(List<io.bilet.fact.CustomerFact> facts, Instant now) {
        return new CustomerFactList().items(of(facts, now));
    }

    static List<CustomerFact> of(List<io.bilet.fact.CustomerFact> facts, Instant now) {
        return facts.stream().map(fact -> of(fact, now)).toList();
    }

    static CustomerFact of(io.bilet.fact.CustomerFact fact, Instant now) {
        return new CustomerFact()
                .key(fact.key())
                .value(fact.value())
                .source(fact.source())
                .observedAt(fact.observedAt())
                .expiresAt(fact.expiresAt())
                .fresh(fact.isFresh(now))
                .changedAt(fact.changedAt())
                .previousValue(fact.previous());
    }

    static Observation observation(NewCustomerFact body) {
        return new Observation(body.getValue(), body.getSource(), body.getObservedAt(), body.getExpiresAt());
    }
}
