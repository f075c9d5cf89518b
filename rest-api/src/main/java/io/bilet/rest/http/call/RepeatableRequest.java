package io.bilet.rest.http.call;

import io.bilet.platform.blob.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A request that carries an Idempotency-Key, and the digest of what it asks for. */
public final class RepeatableRequest {

    private final String key;
    private final DigestedStream body;
    private @Nullable Sha256 hash;

    /**
     * A request whose body is still to be read.
     *
     * @param digest already fed with the address; the body is added as it is read
     */
    public RepeatableRequest(String key, MessageDigest digest, InputStream body) {
        this.key = key;
        this.body = new DigestedStream(body, digest);
    }

    public String key() {
        return key;
    }

    /** The body, to be read by whoever reads the request. */
    public InputStream body() {
        return body;
    }

    /** The digest of the whole request; reads what is left of the body. */
    public Sha256 hash() {
        if (hash == null) {
            body.readToEnd();
            hash = new Sha256(HexFormat.of().formatHex(body.digest.digest()));
        }
        return hash;
    }

    /** Feeds what is read to a digest, and knows when there is no more. */
    private static final class DigestedStream extends FilterInputStream {

        private final MessageDigest digest;
        private boolean ended;

        DigestedStream(InputStream in, MessageDigest digest) {
            super(in);
            this.digest = digest;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = ended ? -1 : super.read(buffer, offset, length);
            if (count < 0) {
                ended = true;
            } else {
                digest.update(buffer, offset, count);
            }
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            return readNBytes((int) Math.min(count, Integer.MAX_VALUE)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        void readToEnd() {
            try {
                transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
