package io.bilet.plugin;

import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The only way to run code of a plugin: on one of its few threads, under its class loader, for a limited time. */
final class GuardedCall {

    /** Calls to one plugin at once; one that hangs in all of them is refused more, and starves nobody else. */
    static final int THREADS_MAX = 4;

    private static final int REASON_LENGTH_MAX = 500;
    private static final long IDLE_SECONDS = 30;

    private final ClassLoader loader;
    private final PluginHealth health;
    private final ThreadPoolExecutor threads;

    GuardedCall(ClassLoader loader, PluginHealth health, ThreadFactory factory) {
        this.loader = loader;
        this.health = health;
        threads = new ThreadPoolExecutor(
                0, THREADS_MAX, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    /**
     * Calls the plugin and waits for it, at most for {@code deadline}.
     *
     * @throws PluginFailed if it throws anything, does not answer in time, or all its threads are taken
     */
    <T> T call(Duration deadline, Callable<T> call) throws PluginFailed {
        Future<T> answer = submit(call);
        try {
            T result = answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            health.succeeded();
            return result;
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw failed("It did not answer within %,d ms.".formatted(deadline.toMillis()), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Thrown thrown ? failed(thrown) : failed("It could not be called.", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new PluginFailed(PluginFailed.Kind.UNAVAILABLE, "The server is going down.", e);
        }
    }

    /** Interrupts what still runs; a thread that does not listen to that is left behind. */
    void end() {
        threads.shutdownNow();
    }

    private <T> Future<T> submit(Callable<T> call) throws PluginFailed {
        try {
            return threads.submit(() -> underItsLoader(call));
        } catch (RejectedExecutionException e) {
            throw failed("All of its %d threads are busy.".formatted(THREADS_MAX), e);
        }
    }

    /** On the plugin's thread, also the reading of what it threw: that is its code too. */
    private <T> T underItsLoader(Callable<T> call) throws Thrown {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return call.call();
        } catch (FarEndUnavailable e) {
            throw new Thrown(PluginFailed.Kind.UNAVAILABLE, String.valueOf(e.getMessage()), e.retryAfter());
        } catch (FarEndRefused e) {
            throw new Thrown(PluginFailed.Kind.REFUSED, String.valueOf(e.getMessage()), Optional.empty());
        } catch (Throwable e) {
            throw new Thrown(PluginFailed.Kind.BROKEN, e.toString(), Optional.empty());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private PluginFailed failed(Thrown thrown) {
        switch (thrown.kind) {
            case UNAVAILABLE -> health.unavailable(thrown.reason, thrown.wish);
            case REFUSED -> health.refused(thrown.reason);
            case BROKEN -> health.failed(thrown.reason);
        }
        return new PluginFailed(thrown.kind, thrown.reason, thrown);
    }

    private PluginFailed failed(String reason, Throwable cause) {
        health.failed(reason);
        return new PluginFailed(PluginFailed.Kind.BROKEN, reason, cause);
    }

    /** What the plugin threw, in words that hold no reference to its classes. */
    private static final class Thrown extends Exception {

        private static final long serialVersionUID = 1L;

        private final PluginFailed.Kind kind;
        private final String reason;
        private final transient Optional<Duration> wish;

        Thrown(PluginFailed.Kind kind, String reason, Optional<Duration> wish) {
            this.kind = kind;
            this.reason = reason.substring(0, Math.min(reason.length(), REASON_LENGTH_MAX));
            this.wish = wish;
        }
    }
}
