package io.bilet.plugin;

import io.bilet.platform.net.GuardedHttp;
import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.http.HttpCall;
import io.bilet.spi.http.HttpReply;
import io.bilet.spi.http.HttpSender;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The way of plugins to their far ends. */
record HostHttp(GuardedHttp http) implements HttpSender {

    @Override
    public HttpReply send(HttpCall call) throws FarEndUnavailable {
        try {
            return new Answered(http.send(call.method(), call.uri(), call.headers(), call.body(), call.timeout()));
        } catch (IOException e) {
            throw new FarEndUnavailable(reason(call, e), e);
        }
    }

    /** Names the host, which the administrator configured, and nothing of path and query, which may hold a person. */
    private static String reason(HttpCall call, IOException e) {
        return "There was no whole answer from %s: %s"
                .formatted(
                        call.uri().getHost(),
                        e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }

    private record Answered(GuardedHttp.Reply reply) implements HttpReply {

        @Override
        public int status() {
            return reply.status();
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(reply.headers().get(name.toLowerCase(Locale.ROOT)));
        }

        @Override
        public String body() {
            return reply.body();
        }
    }
}
