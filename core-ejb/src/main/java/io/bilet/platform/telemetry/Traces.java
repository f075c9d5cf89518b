package io.bilet.platform.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Traces of what this node does, sent by OTLP over HTTP where {@code bilet.traces.endpoint} is set; else nothing. */
@ApplicationScoped
public class Traces {

    private static final String TRACEPARENT = "traceparent";
    private static final Duration EXPORT_EVERY = Duration.ofSeconds(1);
    private static final Duration EXPORT_TIMEOUT = Duration.ofSeconds(5);
    private static final TextMapGetter<UnaryOperator<@Nullable String>> HEADERS = new Headers();

    @Inject
    @ConfigProperty(name = "bilet.traces.endpoint")
    Optional<String> endpoint;

    @Inject
    @ConfigProperty(name = "bilet.node", defaultValue = "bilet-1")
    String node;

    private OpenTelemetry telemetry = OpenTelemetry.noop();
    private Tracer tracer = telemetry.getTracer("io.bilet");
    private Optional<OpenTelemetrySdk> sdk = Optional.empty();

    @PostConstruct
    void open() {
        sdk = endpoint.map(this::exporting);
        sdk.ifPresent(exporting -> {
            telemetry = exporting;
            tracer = exporting.getTracer("io.bilet");
        });
    }

    @PreDestroy
    void close() {
        sdk.ifPresent(OpenTelemetrySdk::close);
    }

    private OpenTelemetrySdk exporting(String url) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(url)
                .setTimeout(EXPORT_TIMEOUT)
                .build();
        Resource resource = Resource.create(Attributes.builder()
                .put("service.name", "bilet")
                .put("service.instance.id", node)
                .build());
        return OpenTelemetrySdk.builder()
                .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
                .setTracerProvider(SdkTracerProvider.builder()
                        .setResource(resource)
                        .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                                .setScheduleDelay(EXPORT_EVERY)
                                .build())
                        .build())
                .build();
    }

    /** Begins what another program asked for; it becomes part of the caller's trace if {@code headers} names one. */
    public Running serve(String name, UnaryOperator<@Nullable String> headers) {
        Context caller = telemetry.getPropagators().getTextMapPropagator().extract(Context.root(), headers, HEADERS);
        return begin(tracer.spanBuilder(name)
                .setSpanKind(SpanKind.SERVER)
                .setParent(caller)
                .startSpan());
    }

    /** Begins something this node does by itself, or a part of what it is doing. */
    public Running begin(String name) {
        return begin(tracer.spanBuilder(name).startSpan());
    }

    /** Begins a part in which another server is asked and waited for. */
    public Running ask(String name) {
        return begin(tracer.spanBuilder(name).setSpanKind(SpanKind.CLIENT).startSpan());
    }

    /** Begins what was left to be done later; it becomes part of the trace that left it, if there is one. */
    public Running resume(String name, Cause cause) {
        UnaryOperator<@Nullable String> kept = header -> header.equals(TRACEPARENT) ? cause.trace() : null;
        return begin(tracer.spanBuilder(name)
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(telemetry.getPropagators().getTextMapPropagator().extract(Context.root(), kept, HEADERS))
                .startSpan());
    }

    /** Where the present thread is, as the header {@code traceparent} says it; empty where nothing is traced. */
    static Optional<String> present() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? Optional.of("00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex())
                : Optional.empty();
    }

    @SuppressWarnings("MustBeClosedChecker") // Running closes it
    private static Running begin(Span span) {
        return new Running(span, span.makeCurrent());
    }

    /** Something that is being done on the present thread, until it is closed. */
    public static final class Running implements AutoCloseable {

        private final Span span;
        private final Scope scope;

        private Running(Span span, Scope scope) {
            this.span = span;
            this.scope = scope;
        }

        public Running rename(String name) {
            span.updateName(name);
            return this;
        }

        /** Notes an id or a word; never personal data. */
        public Running note(String key, String value) {
            span.setAttribute(key, value);
            return this;
        }

        /** It did not succeed; the class of the failure is noted, its text is not. */
        public void failed(Throwable failure) {
            span.setStatus(StatusCode.ERROR);
            span.setAttribute("error.type", failure.getClass().getName());
        }

        /** It did not succeed, for a reason that has a short name. */
        public void failed(String reason) {
            span.setStatus(StatusCode.ERROR);
            span.setAttribute("error.type", reason);
        }

        @Override
        public void close() {
            scope.close();
            span.end();
        }
    }

    private static final class Headers implements TextMapGetter<UnaryOperator<@Nullable String>> {

        @Override
        public Iterable<String> keys(UnaryOperator<@Nullable String> headers) {
            return List.of();
        }

        @Override
        public @Nullable String get(@Nullable UnaryOperator<@Nullable String> headers, String name) {
            return headers == null ? null : headers.apply(name);
        }
    }
}
