package io.bilet.intake.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bilet.platform.blob.Blob;
import io.bilet.platform.blob.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Mails for tests, and a sink that keeps their files in memory. */
public final class Mails {

    private Mails() {}

    /** Keeps what it is given, in order. */
    public static final class MemorySink implements FileSink {

        final List<byte[]> kept = new ArrayList<>();

        @Override
        public Blob keep(InputStream content) throws IOException {
            byte[] bytes = content.readAllBytes();
            kept.add(bytes);
            return new Blob(Sha256.of(bytes), bytes.length);
        }
    }

    public static IncomingMail read(byte[] raw) throws UnreadableMail {
        return read(raw, new MemorySink());
    }

    public static IncomingMail read(byte[] raw, FileSink sink) throws UnreadableMail {
        try {
            return MailReader.read(new ByteArrayInputStream(raw), sink);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static IncomingMail read(String raw) throws UnreadableMail {
        return read(raw.replace("\n", "\r\n").getBytes(UTF_8));
    }

    /** A mail of the project's own corpus. */
    public static byte[] named(String name) {
        try (InputStream raw = Mails.class.getResourceAsStream("/mail/" + name)) {
            if (raw == null) {
                throw new AssertionError("no such mail: " + name);
            }
            return raw.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
