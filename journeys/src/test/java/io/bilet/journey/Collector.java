package io.bilet.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Collects traces as any collector does: OTLP over HTTP, {@code ExportTraceServiceRequest} in protobuf. */
public final class Collector implements AutoCloseable {

    private static final String PATH = "/v1/traces";

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    /**
     * A span, as far as journeys look at it.
     *
     * @param parent id of its parent; empty for the first of its trace
     */
    public record Span(String trace, String id, String parent, String name, Map<String, String> attributes) {}

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(PATH, this::receive);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    /** Everything that came in so far. */
    public List<Span> spans() {
        return List.copyOf(spans);
    }

    /** The spans of one trace so far, by their names; of several with one name, the first. */
    public Map<String, Span> trace(String id) {
        return spans.stream()
                .filter(span -> span.trace().equals(id))
                .collect(Collectors.toMap(Span::name, span -> span, (first, other) -> first));
    }

    private void receive(HttpExchange exchange) throws IOException {
        boolean protobuf =
                "application/x-protobuf".equals(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (protobuf) {
            read(Protobuf.of(exchange.getRequestBody().readAllBytes()));
        }
        exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(protobuf ? 200 : 415, -1);
        exchange.close();
    }

    /** The numbers are those of opentelemetry-proto's trace.proto. */
    private void read(Protobuf request) {
        for (Protobuf resourceSpans : request.parts(1)) {
            Map<String, String> resource = resourceSpans.parts(1).stream()
                    .findFirst()
                    .map(r -> attributes(r, 1))
                    .orElse(Map.of());
            for (Protobuf scopeSpans : resourceSpans.parts(2)) {
                scopeSpans.parts(2).forEach(span -> spans.add(span(span, resource)));
            }
        }
    }

    private static Span span(Protobuf span, Map<String, String> resource) {
        Map<String, String> attributes = attributes(span, 9);
        attributes.putAll(resource);
        return new Span(span.hex(1), span.hex(2), span.hex(4), span.text(5), attributes);
    }

    private static Map<String, String> attributes(Protobuf message, int field) {
        Map<String, String> attributes = new HashMap<>();
        for (Protobuf attribute : message.parts(field)) {
            String value = attribute.parts(2).stream()
                    .findFirst()
                    .map(any -> any.text(1))
                    .orElse("");
            attributes.put(attribute.text(1), value);
        }
        return attributes;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
