package io.bilet.journey;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the server under test writes into its log, one JSON object a line. */
public final class ServerLog {

    private final Path file;

    private ServerLog(Path file) {
        this.file = file;
    }

    /** A log that a server keeps as a file. */
    static ServerLog at(Path file) {
        return new ServerLog(file);
    }

    /** A log that a server writes to the console, which Arquillian hands on to ours: kept in {@code file} as well. */
    static ServerLog ofConsole(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        System.setOut(new PrintStream(
                new Both(System.out, new FileOutputStream(file.toFile())), true, StandardCharsets.UTF_8));
        return new ServerLog(file);
    }

    public List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Both extends OutputStream {

        private final OutputStream one;
        private final OutputStream other;

        Both(OutputStream one, OutputStream other) {
            this.one = one;
            this.other = other;
        }

        @Override
        public void write(int b) throws IOException {
            one.write(b);
            other.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            one.write(bytes, offset, length);
            other.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            one.flush();
            other.flush();
        }
    }
}
