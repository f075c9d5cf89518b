package io.bilet.rest.file;

import io.bilet.ticket.Attachment;
import io.bilet.ticket.NewAttachment;

/** Files as the API shows them. */
final class AttachmentJson {

    private AttachmentJson() {}

    static io.bilet.api.v1.model.Attachment of(Attachment attachment) {
        NewAttachment file = attachment.file();
        return new io.bilet.api.v1.model.Attachment()
                .id(attachment.id().toString())
                .fileName(file.fileName())
                .mediaType(file.mediaType())
                .bytes(file.bytes())
                .sha256(file.sha256())
                .inline(file.inline())
                .contentId(file.contentId())
                .ticketId(attachment.ticketId().map(Record::toString).orElse(null))
                .commentId(attachment.commentId().map(Record::toString).orElse(null))
                .createdAt(attachment.createdAt());
    }
}
