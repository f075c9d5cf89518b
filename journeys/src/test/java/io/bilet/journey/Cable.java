package io.bilet.journey;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The way to a server of this machine, which can be cut: at once, for a while, or when a certain word is sent. */
final class Cable implements AutoCloseable {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final ServerSocket listener;
    private final int port;
    private final Set<Closeable> ends = ConcurrentHashMap.newKeySet();
    private final AtomicInteger said = new AtomicInteger();
    private volatile int cutEvery = 1;
    private volatile String fatalWord = "";
    private volatile boolean dead;

    private Cable(int port) throws IOException {
        this.port = port;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        begin(this::listen);
    }

    /** A cable to what listens on {@code port}. */
    static Cable to(int port) throws IOException {
        return new Cable(port);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Ends all connections; new ones are possible at once. */
    void cut() {
        ends.forEach(Cable::close);
        ends.clear();
    }

    /** From now on every connection ends before a word is said. */
    void die() {
        dead = true;
        cut();
    }

    void revive() {
        dead = false;
    }

    /** From now on ends every so manieth connection on which a client says {@code word}, before the server hears it. */
    void cutAt(String word, int every) {
        cutEvery = every;
        fatalWord = word;
    }

    /** How often it was cut at the word. */
    int cuts() {
        return said.get() / cutEvery;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (dead) {
                    client.close();
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // the next one may have more luck; a closed listener ends the loop
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        ends.add(client);
        ends.add(server);
        begin(() -> carry(client, server, true));
        begin(() -> carry(server, client, false));
    }

    private void carry(Socket from, Socket to, boolean mayBeCut) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (mayBeCut && isFatal(new String(buffer, 0, n, StandardCharsets.ISO_8859_1))) {
                    return;
                }
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException e) {
            // either end has gone, and so does the other
        } finally {
            ends.remove(from);
            ends.remove(to);
        }
    }

    private boolean isFatal(String text) {
        return !fatalWord.isEmpty() && text.contains(fatalWord) && said.incrementAndGet() % cutEvery == 0;
    }

    private static void begin(Runnable deed) {
        Thread thread = new Thread(deed, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Closeable end) {
        try {
            end.close();
        } catch (IOException e) {
            // it is as good as closed
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }
}
