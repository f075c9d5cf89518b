package io.bilet.rest.telemetry;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Everything this node measures. */
@ApplicationScoped
public class Meters {

    @Inject
    NodeMeters node;

    @SuppressWarnings("NullAway.Init") // open() sets them
    private PrometheusMeterRegistry registry;

    @SuppressWarnings("NullAway.Init")
    private JvmGcMetrics collections;

    @PostConstruct
    void open() {
        registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        collections = new JvmGcMetrics();
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        node.bindTo(registry);
    }

    @PreDestroy
    void close() {
        collections.close();
        registry.close();
    }

    /** Where a station of a request notes what it measured. */
    PrometheusMeterRegistry registry() {
        return registry;
    }

    /** The page of Prometheus, text format 0.0.4. */
    public String page() {
        node.look();
        return registry.scrape();
    }
}
