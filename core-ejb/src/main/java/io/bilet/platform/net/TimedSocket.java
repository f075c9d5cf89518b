package io.bilet.platform.net;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A connection that ends at a given instant, however slowly the far end speaks: a time-out of each single read would
 * begin anew with every byte. Below TLS it bounds the handshake too.
 */
final class TimedSocket extends Socket {

    /** Holds a whole request, so that writing one never waits for the far end. */
    private static final int SEND_BUFFER_BYTES = 256 * 1024;

    private long deadline;

    TimedSocket(Duration patience) throws SocketException {
        endIn(patience);
        setSendBufferSize(SEND_BUFFER_BYTES);
    }

    /** Moves the end. */
    void endIn(Duration patience) {
        deadline = System.nanoTime() + patience.toNanos();
    }

    Duration remaining() {
        return Duration.ofNanos(deadline - System.nanoTime());
    }

    int remainingMillis() throws SocketTimeoutException {
        long millis = remaining().toMillis();
        if (millis <= 0) {
            throw new SocketTimeoutException("The time is over.");
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                setSoTimeout(remainingMillis());
                return super.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                setSoTimeout(remainingMillis());
                return super.read(buffer, offset, length);
            }
        };
    }
}
