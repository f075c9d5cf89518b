package io.bilet.intake.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** The beginning of a part in memory, and the whole of it still to be read. */
final class Peeked {

    private final byte[] head;
    private final int next;
    private final InputStream rest;

    private Peeked(byte[] head, int next, InputStream rest) {
        this.head = head;
        this.next = next;
        this.rest = rest;
    }

    static Peeked at(InputStream content, int bytesMax) throws IOException {
        byte[] head = content.readNBytes(bytesMax);
        return new Peeked(head, content.read(), content);
    }

    /** The first bytes, at most as many as were asked for. */
    byte[] head() {
        return head.clone();
    }

    /** Whether the head is all there is. */
    boolean isComplete() {
        return next < 0;
    }

    /** Everything from the first byte on; to be read once. */
    InputStream whole() {
        InputStream start = new ByteArrayInputStream(head);
        if (isComplete()) {
            return start;
        }
        InputStream byteRead = new ByteArrayInputStream(new byte[] {(byte) next});
        return new SequenceInputStream(start, new SequenceInputStream(byteRead, rest));
    }
}
