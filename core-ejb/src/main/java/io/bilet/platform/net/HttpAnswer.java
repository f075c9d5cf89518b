package io.bilet.platform.net;

import io.bilet.platform.net.GuardedGet.Document;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one HTTP/1.1 answer from somebody who is not trusted: every length and the time it may take are bounded. */
final class HttpAnswer {

    private static final int BODY_MAX = 1 << 20;
    private static final int LINE_MAX = 8_192;
    private static final int HEADERS_MAX = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InputStream in;
    private final long deadline;
    private final Map<String, String> headers = new HashMap<>();

    HttpAnswer(InputStream in) {
        this(in, PATIENCE);
    }

    HttpAnswer(InputStream in, Duration patience) {
        this.in = new BufferedInputStream(in);
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /** The answer, whatever its status is. */
    GuardedHttp.Reply reply() throws IOException {
        int status = head();
        boolean empty = status == 204 || status == 304;
        return new GuardedHttp.Reply(
                status, Map.copyOf(headers), empty ? "" : new String(body(), StandardCharsets.UTF_8));
    }

    /** Reads to the end of the headers, past what is only said in between (RFC 9110 §15.2), and tells the status. */
    int head() throws IOException {
        int status;
        do {
            status = status(line());
            headers.clear();
            readHeaders();
        } while (status < 200);
        return status;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The beginning of the body, as far as it comes, as text that prints. */
    String excerpt(int bytesMax) {
        var body = new ByteArrayOutputStream();
        try {
            if (isChunked()) {
                for (int size = chunkSize(); size > 0 && body.size() < bytesMax; size = chunkSize()) {
                    copy(Math.min(size, bytesMax - body.size()), body);
                    if (body.size() < bytesMax) {
                        line();
                    }
                }
            } else {
                String length = headers.get("content-length");
                copy(length == null ? bytesMax : Math.min(bytesMax, number(length, 10)), body);
            }
        } catch (IOException brokenOff) {
            // What came until then is all there is to show.
        }
        return body.toString(StandardCharsets.UTF_8)
                .replaceAll("[\\p{C}\\s]+", " ")
                .strip();
    }

    private boolean isChunked() {
        return "chunked".equalsIgnoreCase(headers.get("transfer-encoding"));
    }

    /** The document; empty if it did not change. */
    Optional<Document> document() throws IOException {
        int status = head();
        if (status == 304) {
            return Optional.empty();
        }
        if (status != 200) {
            throw new IOException("The far end answered " + status + ".");
        }
        byte[] body = body();
        String etag = headers.get("etag");
        return Optional.of(new Document(
                new String(body, StandardCharsets.UTF_8), etag != null && etag.length() <= 200 ? etag : null));
    }

    private byte[] body() throws IOException {
        return isChunked() ? chunks() : rest();
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9][0-9].*")) {
            throw new IOException("The far end does not speak HTTP.");
        }
        return Integer.parseInt(line, 9, 12, 10);
    }

    private void readHeaders() throws IOException {
        for (int i = 0; i < HEADERS_MAX; i++) {
            String line = line();
            if (line.isEmpty()) {
                return;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        throw new IOException("The answer has too many headers.");
    }

    private byte[] rest() throws IOException {
        String length = headers.get("content-length");
        var body = new ByteArrayOutputStream();
        if (length == null) {
            copy(Integer.MAX_VALUE, body);
        } else {
            int expected = number(length, 10);
            copy(expected, body);
            if (body.size() < expected) {
                throw new IOException("The answer breaks off.");
            }
        }
        return body.toByteArray();
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            int before = body.size();
            copy(size, body);
            if (body.size() - before < size || !line().isEmpty()) {
                throw new IOException("The answer breaks off.");
            }
        }
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return number(line().replaceFirst(";.*", ""), 16);
    }

    private static int number(String text, int radix) throws IOException {
        try {
            int number = Integer.parseInt(text.strip(), radix);
            if (number >= 0 && number <= BODY_MAX) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IOException("The answer has no readable length.", e);
        }
        throw new IOException("The answer is too long.");
    }

    private void copy(int length, ByteArrayOutputStream to) throws IOException {
        byte[] buffer = new byte[8_192];
        int left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            to.write(buffer, 0, read);
            left -= read;
            if (to.size() > BODY_MAX) {
                throw new IOException("The answer is too long.");
            }
            requireInTime();
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The answer breaks off.");
            }
            line.write(next);
            if (line.size() > LINE_MAX) {
                throw new IOException("The answer has a line that is too long.");
            }
            requireInTime();
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private void requireInTime() throws IOException {
        if (System.nanoTime() > deadline) {
            throw new IOException("The answer takes too long.");
        }
    }
}
