package io.bilet.dev;

import java.util.ArrayDeque;
import java.util.Deque;

/** Stops what was started, in the opposite order, once; a step that fails does not keep the next from stopping. */
final class StopSequence {

    private final Deque<Step> steps = new ArrayDeque<>();
    private volatile boolean begun;

    synchronized void add(String what, AutoCloseable closeable) {
        steps.push(new Step(what, closeable));
    }

    /** Whether what ends now ends because it was told to. */
    boolean hasBegun() {
        return begun;
    }

    synchronized void run() {
        begun = true;
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            try {
                step.closeable().close();
            } catch (Exception e) {
                System.err.println("[bilet] " + step.what() + " did not stop: " + e);
            }
        }
    }

    private record Step(String what, AutoCloseable closeable) {}
}
