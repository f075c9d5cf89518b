package io.bilet.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Remembers which servers were started, so that the next start can end those that outlived a launcher that was killed.
 * A process is told from a later one with the same number by when it began.
 */
record Leftovers(Path directory) {

    void remember(String name, long pid) throws IOException {
        Files.createDirectories(directory);
        Optional<Instant> start =
                ProcessHandle.of(pid).flatMap(process -> process.info().startInstant());
        Files.write(
                directory.resolve(name),
                List.of(String.valueOf(pid), start.map(Instant::toString).orElse("")));
    }

    /** Ends what still runs, and forgets it. */
    void end() throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                List<String> lines = Files.readAllLines(file);
                running(Long.parseLong(lines.get(0)), lines.get(1)).ifPresent(Leftovers::end);
                Files.delete(file);
            }
        }
    }

    private static Optional<ProcessHandle> running(long pid, String start) {
        return ProcessHandle.of(pid).filter(process -> process.info()
                .startInstant()
                .map(Instant::toString)
                .orElse("?")
                .equals(start));
    }

    private static void end(ProcessHandle process) {
        System.err.println("[bilet] Ending process " + process.pid() + ", left over from a launcher that was killed.");
        process.destroyForcibly();
        process.onExit().join();
    }
}
