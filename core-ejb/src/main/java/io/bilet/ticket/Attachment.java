package io.bilet.ticket;

import io.bilet.people.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of a comment. Uploaded first, it belongs to whoever uploaded it until that person names it in a comment,
 * once; a file that came by mail belongs to its comment from the start.
 */
@Entity
@Table(name = "attachment")
public class Attachment {

    @Id
    private UUID id;

    @Column(name = "ticket_id")
    private @Nullable UUID ticketId;

    @Column(name = "comment_id")
    private @Nullable UUID commentId;

    @Column(name = "uploaded_by_id", updatable = false)
    private @Nullable UUID uploadedById;

    @Column(name = "file_name", nullable = false, updatable = false)
    private String fileName;

    @Column(name = "media_type", nullable = false, updatable = false)
    private String mediaType;

    @Column(nullable = false, updatable = false)
    private long bytes;

    @Column(nullable = false, updatable = false)
    private String sha256;

    @Column(name = "is_inline", nullable = false, updatable = false)
    private boolean inline;

    @Column(name = "content_id", updatable = false)
    private @Nullable String contentId;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Attachment() {} // for JPA

    public Attachment(AttachmentId id, NewAttachment file, @Nullable UserId uploadedBy, Instant now) {
        this.id = id.value();
        this.uploadedById = uploadedBy == null ? null : uploadedBy.value();
        this.fileName = file.fileName();
        this.mediaType = file.mediaType();
        this.bytes = file.bytes();
        this.sha256 = file.sha256();
        this.inline = file.inline();
        this.contentId = file.contentId();
        this.createdAt = now;
    }

    /** Makes it part of a comment, for good. */
    public Attachment belongTo(Comment comment) {
        ticketId = comment.ticketId().value();
        commentId = comment.id().value();
        return this;
    }

    public AttachmentId id() {
        return new AttachmentId(id);
    }

    public Optional<TicketId> ticketId() {
        return Optional.ofNullable(ticketId).map(TicketId::new);
    }

    public Optional<CommentId> commentId() {
        return Optional.ofNullable(commentId).map(CommentId::new);
    }

    public Optional<UserId> uploadedBy() {
        return Optional.ofNullable(uploadedById).map(UserId::new);
    }

    public NewAttachment file() {
        return new NewAttachment(fileName, mediaType, bytes, sha256, inline, contentId);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
