package io.bilet.spi.testkit;

import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.http.HttpCall;
import io.bilet.spi.http.HttpReply;
import io.bilet.spi.http.HttpSender;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Sends to any address, also on this machine; otherwise it behaves like the host's. */
final class PlainHttpSender implements HttpSender {

    private static final int BODY_MAX = 1 << 20;

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @Override
    public HttpReply send(HttpCall call) throws FarEndUnavailable {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri()).timeout(call.timeout());
        call.headers().forEach(request::header);
        request.method(
                call.method(),
                call.body().map(HttpRequest.BodyPublishers::ofString).orElseGet(HttpRequest.BodyPublishers::noBody));
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.body().length > BODY_MAX) {
                throw new FarEndUnavailable("The answer is too long.");
            }
            return new Reply(response, new String(response.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new FarEndUnavailable("There was no whole answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FarEndUnavailable("The call was interrupted.", e);
        }
    }

    private record Reply(HttpResponse<byte[]> response, String body) implements HttpReply {

        @Override
        public int status() {
            return response.statusCode();
        }

        @Override
        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }
    }
}
