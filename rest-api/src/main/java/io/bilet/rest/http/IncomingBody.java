package io.bilet.rest.http;

import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidParameter;
import io.bilet.platform.json.StoredJson;
import io.bilet.rest.http.call.Exchange;
import io.bilet.rest.http.call.RepeatableRequest;
import io.bilet.rest.http.edge.HttpSettings;
import io.bilet.rest.http.schema.MalformedBody;
import io.bilet.rest.http.schema.Schema;
import io.bilet.rest.http.schema.SchemaReader;
import io.bilet.rest.http.spec.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at a body before anybody reads it: its form, its length, and whether the request may be a repetition. */
@ApplicationScoped
public class IncomingBody {

    private static final String KEY_HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e][\\x20-\\x7e]{0,254}");

    private static final Schema NO_FIELDS = new SchemaReader(JsonValue.EMPTY_JSON_OBJECT)
            .read(StoredJson.object().add("type", "object").build());
    private static final Operation.Body NOTHING = new Operation.Body(false, MediaType.APPLICATION_JSON, NO_FIELDS);

    @Inject
    HttpSettings settings;

    @Inject
    Exchange exchange;

    /** Refuses what cannot be read, and limits what can. */
    void receive(Operation operation, ContainerRequestContext request) {
        Operation.Body body = operation.body();
        PushbackInputStream stream = new PushbackInputStream(limited(body, request), 1);
        boolean empty = isEmpty(stream);
        if (!empty && body == null) {
            requireNothing(stream, request);
        } else if (!empty && body != null) {
            requireForm(body, request);
        } else if (body != null && body.required()) {
            throw new MalformedBody(List.of(new FieldError("", "empty", "A body is expected.")));
        }
        request.setEntityStream(stream);
        if (operation.method().equals("POST")) {
            noteKey(request, stream);
        }
    }

    private InputStream limited(Operation.@Nullable Body body, ContainerRequestContext request) {
        long max = body != null && !body.isJson() ? settings.uploadBytesMax() : settings.jsonBytesMax();
        String length = request.getHeaderString("Content-Length");
        if (length != null && length.matches("[0-9]{1,18}") && Long.parseLong(length) > max) {
            throw new BodyTooLarge(max);
        }
        return new LimitedStream(request.getEntityStream(), max, exchange);
    }

    /** Many clients send an empty object where nothing is to be said; anything in it would be an unknown field. */
    private static void requireNothing(InputStream stream, ContainerRequestContext request) {
        requireForm(NOTHING, request);
        try {
            StrictBody.read(stream.readAllBytes(), NO_FIELDS, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireForm(Operation.Body body, ContainerRequestContext request) {
        MediaType given = request.getMediaType();
        String encoding = request.getHeaderString("Content-Encoding");
        boolean plain = encoding == null || encoding.equalsIgnoreCase("identity");
        if (given == null || !plain || !isSame(given, body.mediaType()) || !isReadable(given, body)) {
            throw new UnsupportedMedia(body.mediaType());
        }
    }

    private static boolean isSame(MediaType given, String expected) {
        return expected.equalsIgnoreCase(given.getType() + "/" + given.getSubtype());
    }

    private static boolean isReadable(MediaType given, Operation.Body body) {
        String charset = given.getParameters().get(MediaType.CHARSET_PARAMETER);
        return !body.isJson() || charset == null || charset.equalsIgnoreCase("utf-8");
    }

    private void noteKey(ContainerRequestContext request, InputStream stream) {
        List<String> keys = request.getHeaders().get(KEY_HEADER);
        if (keys == null) {
            return;
        }
        if (keys.size() != 1 || !KEY.matcher(keys.get(0)).matches()) {
            throw new InvalidParameter(KEY_HEADER, "length", "A key has 1 to 255 printable ASCII characters.");
        }
        var repeatable = new RepeatableRequest(keys.get(0), digest(request), stream);
        request.setEntityStream(repeatable.body());
        exchange.isRepeatable(repeatable);
    }

    /** Begun with the address, but not with the host: whichever node is asked again, it is the same request. */
    private static MessageDigest digest(ContainerRequestContext request) {
        URI address = request.getUriInfo().getRequestUri();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((address.getRawPath() + "?" + address.getRawQuery() + "\n").getBytes(StandardCharsets.UTF_8));
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static boolean isEmpty(PushbackInputStream stream) {
        try {
            int first = stream.read();
            if (first >= 0) {
                stream.unread(first);
            }
            return first < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends with a refusal what is longer than it may be, and what breaks off: nothing behind it is another request. */
    static final class LimitedStream extends FilterInputStream {

        private final long max;
        private final Exchange exchange;
        private long count;

        LimitedStream(InputStream in, long max, Exchange exchange) {
            super(in);
            this.max = max;
            this.exchange = exchange;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return counted(super.read(buffer, offset, length));
            } catch (IOException broken) {
                exchange.answerWith("Connection", "close");
                throw new MalformedBody(
                        List.of(new FieldError("", "broken", "The body could not be read to its end.")));
            }
        }

        private int counted(int read) {
            count += Math.max(read, 0);
            if (count > max) {
                throw new BodyTooLarge(max);
            }
            return read;
        }
    }
}
