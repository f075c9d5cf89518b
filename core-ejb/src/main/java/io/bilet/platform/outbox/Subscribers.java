package io.bilet.platform.outbox;

import io.bilet.platform.work.Workers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Stream;

/** Everybody who takes work from the outbox. */
@ApplicationScoped
public class Subscribers {

    @Inject
    private Workers workers;

    /** Those who want entries of this topic. */
    Stream<Subscriber> to(String topic) {
        return workers.all()
                .filter(Subscriber.class::isInstance)
                .map(Subscriber.class::cast)
                .filter(subscriber -> subscriber.wants(topic));
    }
}
