package io.bilet.rest.telemetry;

import io.bilet.platform.telemetry.StatementCount;
import io.bilet.platform.telemetry.Traces;
import io.bilet.platform.telemetry.Traces.Running;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Times each request, counts its SQL statements, and makes it part of a trace. */
@ApplicationScoped
public class Requests {

    /** Bounds of the histogram: what is fast, what is fine, what an agent notices, what a client gives up on. */
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50),
        Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private static final int OUR_ERRORS_FROM = 500;

    @Inject
    Meters meters;

    @Inject
    Traces traces;

    /** A request that is being answered. */
    public final class Served {

        private final Running trace;
        private final long startNanos = System.nanoTime();
        private final long startStatements = StatementCount.ofThread();

        private Served(Running trace) {
            this.trace = trace;
        }

        /**
         * It was answered.
         *
         * @param operation its name in the specification, {@code none} if nobody knew what was asked for
         * @param route its path in the specification
         */
        public void end(String operation, String method, String route, int status) {
            measure(operation, method, status);
            trace.rename(method + " " + route)
                    .note("http.request.method", method)
                    .note("http.route", route)
                    .note("http.response.status_code", Integer.toString(status));
            if (status >= OUR_ERRORS_FROM) {
                trace.failed(Integer.toString(status));
            }
            trace.close();
        }

        private void measure(String operation, String method, int status) {
            Timer.builder("bilet.http.requests")
                    .description("Requests and how long they took.")
                    .tags("operation", operation, "method", method, "status", Integer.toString(status))
                    .serviceLevelObjectives(BOUNDS)
                    .register(meters.registry())
                    .record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
            DistributionSummary.builder("bilet.http.statements")
                    .description("SQL statements per request.")
                    .tags("operation", operation)
                    .register(meters.registry())
                    .record((double) (StatementCount.ofThread() - startStatements));
        }
    }

    /** From here on the thread answers this request. */
    public Served begin(HttpServletRequest request, String requestId) {
        Running trace = traces.serve(request.getMethod(), request::getHeader);
        trace.note("request.id", requestId);
        return new Served(trace);
    }
}
