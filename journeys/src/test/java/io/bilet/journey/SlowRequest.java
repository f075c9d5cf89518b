package io.bilet.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A request over a slow line: the second half of its body comes when somebody says so. */
final class SlowRequest {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private final Socket socket;
    private final BufferedReader answer;
    private final byte[] body;

    private SlowRequest(Socket socket, BufferedReader answer, byte[] body) {
        this.socket = socket;
        this.answer = answer;
        this.body = body;
    }

    /** Sends everything but the second half of the body; returns when the node has the request in hand. */
    static SlowRequest begin(URI api, String token, Deed deed) throws IOException {
        byte[] body = deed.body().getBytes(StandardCharsets.UTF_8);
        String head = """
                POST %s HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                Expect: 100-continue\r
                \r
                """.formatted(api.resolve(deed.path()).getPath(), api.getAuthority(), token, body.length);
        Socket socket = new Socket(api.getHost(), api.getPort());
        socket.setSoTimeout(Math.toIntExact(ANSWER_MAX.toMillis()));
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.flush();
        var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        requireLine(answer, "HTTP/1.1 100 Continue");
        requireLine(answer, "");
        out.write(body, 0, body.length / 2);
        out.flush();
        return new SlowRequest(socket, answer, body);
    }

    /** Sends the rest and returns the first line of the answer; empty if there was none. */
    String end() throws IOException {
        try (socket) {
            OutputStream out = socket.getOutputStream();
            out.write(body, body.length / 2, body.length - body.length / 2);
            out.flush();
            String line = answer.readLine();
            return line == null ? "" : line;
        }
    }

    private static void requireLine(BufferedReader answer, String expected) throws IOException {
        String line = answer.readLine();
        if (!expected.equals(line)) {
            throw new IOException("Instead of \"" + expected + "\": " + line);
        }
    }
}
