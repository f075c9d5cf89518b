package io.bilet.spi.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A far end on this machine that speaks HTTP: it answers as it is told to, remembers who called, and has moods.
 *
 * @since 0.2
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
public final class LocalHttp implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(LocalHttp::thread);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Function<Call, Answer> normally;
    private volatile Optional<Answer> always = Optional.empty();
    private volatile boolean hangs;
    private volatile String losesAnswersTo = "";

    /**
     * Begins to listen.
     *
     * @param normally what it answers to whom
     */
    public LocalHttp(Function<Call, Answer> normally) {
        this.normally = normally;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Who called.
     *
     * @param method as sent
     * @param path without query
     * @param query decoded; the last value of each name
     * @param headers by their names in lower case
     * @param body read as UTF-8
     */
    public record Call(
            String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

        /** The body read as a form. */
        public Map<String, String> form() {
            return pairs(body);
        }
    }

    /**
     * What to answer.
     *
     * @param status 200 to 599
     * @param headers names to values
     * @param body sent as UTF-8
     */
    public record Answer(int status, Map<String, String> headers, String body) {

        /** JSON with this status. */
        public static Answer json(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json"), body);
        }
    }

    /** Where it listens; without a slash at the end. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Everything that was asked, in order. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Answers this to everything from now on, and does nothing. */
    public void answerAlways(Answer answer) {
        always = Optional.of(answer);
    }

    /** Takes what comes and never answers. */
    public void hang() {
        hangs = true;
    }

    /** Does what is asked for and breaks off before the answer. */
    public void loseAnswers() {
        losesAnswersTo = "GET POST PUT PATCH DELETE";
    }

    /** The same, only for calls of this method. */
    public void loseAnswersTo(String method) {
        losesAnswersTo = method;
    }

    /** Has its normal mood again. */
    public void comeBack() {
        always = Optional.empty();
        hangs = false;
        losesAnswersTo = "";
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = read(exchange);
            calls.add(call);
            if (hangs) {
                closed.await();
                return;
            }
            Answer answer = always.orElseGet(() -> normally.apply(call));
            if (!losesAnswersTo.contains(call.method())) {
                send(exchange, answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Call read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        String query = exchange.getRequestURI().getRawQuery();
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query == null ? Map.of() : pairs(query),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Map<String, String> pairs(String encoded) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "local-http");
        thread.setDaemon(true);
        return thread;
    }
}
