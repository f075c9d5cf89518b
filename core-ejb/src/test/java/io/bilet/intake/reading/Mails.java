package io.bilet.intake.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bilet.platform.blob.Blob;
import io.bilet.platform.blob.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
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

    /** A mail with one file of that type, name and content. */
    public static byte[] withFile(String type, String name, byte[] content) {
        String base64 = Base64.getMimeEncoder().encodeToString(content);
        String quoted = name.replace("\\", "\\\\");
        return ("From: eve@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee the file.\r\n--b\r\nContent-Type: "
                        + type
                        + "\r\nContent-Disposition: attachment; filename=\"" + quoted
                        + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64 + "\r\n--b--\r\n")
                .getBytes(UTF_8);
    }
}
