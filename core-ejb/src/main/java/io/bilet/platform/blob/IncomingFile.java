package io.bilet.platform.blob;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;

/** A file while it arrives: counted, digested, and refused where it grows too large. */
final class IncomingFile extends OutputStream {

    private final FileChannel file;
    private final long bytesMax;
    private final MessageDigest digest = Sha256.digester();
    private long bytes;

    IncomingFile(FileChannel file, long bytesMax) {
        this.file = file;
        this.bytesMax = bytesMax;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** Throws no {@link IOException}: those of the disk are told from those of the source by their type. */
    @Override
    public void write(byte[] buffer, int offset, int length) {
        bytes += length;
        if (bytes > bytesMax) {
            throw new BlobTooLarge(bytesMax);
        }
        digest.update(buffer, offset, length);
        try {
            for (ByteBuffer rest = ByteBuffer.wrap(buffer, offset, length); rest.hasRemaining(); ) {
                file.write(rest);
            }
        } catch (IOException e) {
            throw new BlobStoreUnavailable(e);
        }
    }

    /** Forces everything to disk and tells what it was. */
    Blob finish() {
        try {
            file.force(true);
        } catch (IOException e) {
            throw new BlobStoreUnavailable(e);
        }
        return new Blob(Sha256.finished(digest.digest()), bytes);
    }
}
