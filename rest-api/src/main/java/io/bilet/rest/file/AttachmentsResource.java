package io.bilet.rest.file;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.AttachmentsApi;
import io.bilet.flow.FileFlow;
import io.bilet.platform.blob.Blob;
import io.bilet.platform.blob.BlobStore;
import io.bilet.platform.blob.FileName;
import io.bilet.platform.blob.Sha256;
import io.bilet.platform.error.InvalidInput;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.edge.HttpSettings;
import io.bilet.ticket.Attachment;
import io.bilet.ticket.AttachmentId;
import io.bilet.ticket.NewAttachment;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Files of comments over HTTP. */
@ApiResource
@Path(AttachmentsApi.BASE_PATH)
public class AttachmentsResource implements AttachmentsApi {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,60}");

    @Inject
    CurrentCaller caller;

    @Inject
    FileFlow files;

    @Inject
    BlobStore blobs;

    @Inject
    HttpSettings settings;

    @Inject
    Download download;

    @Override
    public Response createAttachment(CreateAttachmentQuery query, InputStream body) {
        String mediaType = mediaType(query.mediaType);
        Blob blob = stored(body);
        var file = new NewAttachment(
                FileName.clean(query.fileName, mediaType),
                mediaType,
                blob.bytes(),
                blob.sha256().hex(),
                false,
                null);
        Attachment attachment = files.upload(caller.get(), file);
        return Response.created(URI.create("attachments/" + attachment.id()))
                .entity(AttachmentJson.of(attachment))
                .build();
    }

    @Override
    public Response getAttachment(String attachmentId) {
        return Response.ok(AttachmentJson.of(files.get(caller.get(), AttachmentId.parse(attachmentId))))
                .build();
    }

    @Override
    public Response getAttachmentContent(String attachmentId) {
        NewAttachment file =
                files.get(caller.get(), AttachmentId.parse(attachmentId)).file();
        return download.of(
                new Sha256(file.sha256()), file.bytes(), file.fileName(), MediaType.APPLICATION_OCTET_STREAM);
    }

    private static String mediaType(@Nullable String given) {
        String lower = given == null ? MediaType.APPLICATION_OCTET_STREAM : given.toLowerCase(Locale.ROOT);
        if (!MEDIA_TYPE.matcher(lower).matches()) {
            throw new InvalidInput("media_type", "invalid_media_type", "A media type such as image/png was expected.");
        }
        return lower;
    }

    private Blob stored(InputStream body) {
        try {
            return blobs.put(body, settings.uploadBytesMax());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
