package io.bilet.response;

import io.bilet.platform.blob.BlobStore;
import io.bilet.platform.blob.Sha256;
import io.bilet.ticket.NewAttachment;
import jakarta.activation.DataSource;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.Pattern;

/** A stored file as the mail library reads it: streamed, never in memory. */
final class BlobDataSource implements DataSource {

    private static final Pattern PLAIN_TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,60}");

    private final BlobStore blobs;
    private final NewAttachment file;

    BlobDataSource(BlobStore blobs, NewAttachment file) {
        this.blobs = blobs;
        this.file = file;
    }

    @Override
    public InputStream getInputStream() {
        return blobs.open(new Sha256(file.sha256()));
    }

    @Override
    public OutputStream getOutputStream() {
        throw new UnsupportedOperationException("A stored file does not change");
    }

    /** A mail or multipart within a mail may not be encoded (RFC 2046 §5.2), so they travel as bytes. */
    @Override
    public String getContentType() {
        String type = file.mediaType();
        boolean composite = type.startsWith("message/") || type.startsWith("multipart/");
        return PLAIN_TYPE.matcher(type).matches() && !composite ? type : "application/octet-stream";
    }

    @Override
    public String getName() {
        return file.fileName();
    }
}
