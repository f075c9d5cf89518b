package io.bilet.platform.net;

import java.io.FilterInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Reads from a socket until a point in time, however slowly the bytes come. */
final class DeadlineInput extends FilterInputStream {

    private final Socket socket;
    private final long end;

    DeadlineInput(Socket socket, Duration patience) throws IOException {
        super(socket.getInputStream());
        this.socket = socket;
        this.end = System.nanoTime() + patience.toNanos();
    }

    @Override
    public int read() throws IOException {
        wait(socket);
        return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        wait(socket);
        return in.read(buffer, offset, length);
    }

    private void wait(Socket on) throws IOException {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left < 1) {
            throw new SocketTimeoutException("The answer takes too long.");
        }
        on.setSoTimeout((int) left);
    }
}
