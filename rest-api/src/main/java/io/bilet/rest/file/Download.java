package io.bilet.rest.file;

import io.bilet.platform.blob.BlobStore;
import io.bilet.platform.blob.FileName;
import io.bilet.platform.blob.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Hands out a stored file so that no browser shows it inside a page: as an attachment, under a type that nothing runs,
 * without sniffing, in a sandbox.
 */
@ApplicationScoped
public class Download {

    @Inject
    BlobStore blobs;

    /** The bytes, streamed. */
    public Response of(Sha256 sha256, long bytes, String fileName, String mediaType) {
        InputStream content = blobs.open(sha256); // before the status line, so that a missing file is an error
        StreamingOutput streamed = out -> {
            try (content) {
                content.transferTo(out);
            }
        };
        return Response.ok(streamed, mediaType)
                .tag(new EntityTag(sha256.hex()))
                .header(HttpHeaders.CONTENT_LENGTH, bytes)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(fileName))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    /** RFC 6266: a name in plain ASCII for old clients, the whole name for all others. */
    static String disposition(String fileName) {
        String name = FileName.clean(fileName, "application/octet-stream");
        String ascii = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
