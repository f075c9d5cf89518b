package io.bilet.rest.change;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bilet.feed.Change;
import io.bilet.rest.http.call.JsonbResolver;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * One connection of somebody who watches. Nothing waits for the far end: what it does not take at once is kept up to a
 * bound, and beyond that the connection is given up.
 */
final class LiveStream implements WriteListener, AsyncListener {

    /** What a reader may be behind, in bytes; a page of changes is about a tenth of it. */
    private static final int BEHIND_MAX = 512 * 1024;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean ending;
    private boolean over;

    LiveStream(AsyncContext context, ServletOutputStream out) {
        this.context = context;
        this.out = out;
    }

    void begin() {
        context.addListener(this);
        out.setWriteListener(this);
        send(":\n\n");
    }

    void send(Change change) {
        send("id: " + change.position() + "\nevent: " + change.type() + "\ndata: "
                + JsonbResolver.jsonb().toJson(ChangeJson.of(change)) + "\n\n");
    }

    /** Tells how far the feed was read although nothing in it was for this reader; also a sign of life. */
    void reached(long position) {
        send("id: " + position + "\n\n");
    }

    private synchronized void send(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        waiting.add(bytes);
        waitingBytes += bytes.length;
        if (waitingBytes > BEHIND_MAX) {
            finish();
        } else {
            drain();
        }
    }

    /** Ends it as soon as everything is sent. */
    synchronized void end() {
        ending = true;
        drain();
    }

    synchronized boolean isOver() {
        return over;
    }

    @Override
    public void onWritePossible() {
        drain();
    }

    private synchronized void drain() {
        try {
            while (!over && !waiting.isEmpty() && out.isReady()) {
                byte[] next = waiting.remove();
                waitingBytes -= next.length;
                out.write(next);
            }
            if (!over && waiting.isEmpty() && out.isReady()) {
                out.flush();
                if (ending && out.isReady()) {
                    finish();
                }
            }
        } catch (IOException | IllegalStateException gone) {
            finish();
        }
    }

    private void finish() {
        if (!over) {
            over = true;
            waiting.clear();
            try {
                context.complete();
            } catch (IllegalStateException already) {
                // The server has ended it.
            }
        }
    }

    @Override
    public synchronized void onError(Throwable gone) {
        finish();
    }

    @Override
    public synchronized void onComplete(AsyncEvent event) {
        over = true;
    }

    @Override
    public synchronized void onTimeout(AsyncEvent event) {
        finish();
    }

    @Override
    public synchronized void onError(AsyncEvent event) {
        finish();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // It was started once and is not again.
    }
}
