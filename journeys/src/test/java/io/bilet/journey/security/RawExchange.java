package io.bilet.journey.security;

import io.bilet.journey.Suite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a server answered to bytes that no client library would send.
 *
 * @param text everything that came back
 * @param closed whether the server ended the connection
 */
record RawExchange(String text, boolean closed) {

    /** How long a server that says nothing more is listened to. */
    private static final int QUIET_MILLIS = 1_500;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})");

    /** Sends the text, each character one byte, and listens until the server closes or says nothing more. */
    static RawExchange of(String sent) {
        try (Socket socket = open(QUIET_MILLIS)) {
            return send(socket, sent.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Socket open(int quietMillis) throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), Suite.current().ports().http());
        socket.setSoTimeout(quietMillis);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static RawExchange send(Socket socket, byte[] bytes) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        boolean closed = false;
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            closed = listen(socket.getInputStream(), heard);
        } catch (IOException reset) {
            closed = true;
        }
        return new RawExchange(heard.toString(StandardCharsets.ISO_8859_1), closed);
    }

    private static boolean listen(InputStream in, ByteArrayOutputStream heard) throws IOException {
        byte[] buffer = new byte[8_192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                heard.write(buffer, 0, count);
            }
            return true;
        } catch (SocketTimeoutException quiet) {
            return false;
        }
    }

    /** The status of each answer. */
    List<Integer> statuses() {
        return STATUS.matcher(text)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }
}
