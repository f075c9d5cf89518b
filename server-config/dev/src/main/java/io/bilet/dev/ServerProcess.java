package io.bilet.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server that runs as a child of this process, and the signals an operator, or misfortune, may send it. */
final class ServerProcess {

    private static final Duration KILLED_WITHIN = Duration.ofSeconds(5);

    private final String name;
    private final Process process;
    private final Path log;

    private ServerProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts a command whose output goes to the log file, which is begun anew. */
    static ServerProcess start(String name, List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new ServerProcess(name, builder.start(), log);
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    CompletableFuture<Process> ended() {
        return process.onExit();
    }

    /** Waits until the server answers; gives up when it has ended or the time is over. */
    void awaitReady(Duration atMost, Probe probe) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!probe.answers()) {
            if (!alive()) {
                throw new IllegalStateException(name + " ended with " + process.exitValue() + "; see " + log);
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(name + " was not ready after " + atMost + "; see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Asks the server to end (SIGTERM), and makes it end when it has not within the time. */
    void stop(Duration atMost) {
        process.destroy();
        if (!endsWithin(atMost)) {
            kill();
        }
    }

    /** Ends the server at once (SIGKILL), as a power cut would. */
    void kill() {
        process.destroyForcibly();
        endsWithin(KILLED_WITHIN);
    }

    /** An interrupted wait counts as over: whoever interrupts wants to be done. */
    private boolean endsWithin(Duration atMost) {
        try {
            return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Stops the server where it stands (SIGSTOP): it keeps its connections and answers nothing. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid()))
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("kill -" + signal + " " + name + " ended with " + code);
        }
    }

    /** A question a server answers once it is ready. */
    interface Probe {

        boolean answers() throws InterruptedException;
    }
}
