package io.bilet.rest.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetersTest {

    @Test
    void the_page_is_written_with_the_libraries_that_are_packed() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Timer.builder("bilet.http.requests")
                .tag("operation", "listTickets")
                .register(registry)
                .record(Duration.ofMillis(20));

        assertThat(registry.scrape()).contains("bilet_http_requests_seconds_count{operation=\"listTickets\"} 1");
    }
}
