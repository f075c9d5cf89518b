package io.bilet.flow;

import io.bilet.access.Caller;
import io.bilet.access.Sight;
import io.bilet.platform.error.NotFound;
import io.bilet.ticket.Attachment;
import io.bilet.ticket.AttachmentId;
import io.bilet.ticket.AttachmentRepository;
import io.bilet.ticket.Comment;
import io.bilet.ticket.CommentQueries;
import io.bilet.ticket.NewAttachment;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.Visibility;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Files that people bring to tickets, and who may have them. Their bytes lie in the blob store. */
@Stateless
public class FileFlow {

    @Inject
    private AttachmentRepository attachments;

    @Inject
    private CommentQueries comments;

    @Inject
    private TicketReader reader;

    @Inject
    private Clock clock;

    /** Takes down a file that is stored; it is the caller's until they name it in a comment. */
    public Attachment upload(Caller caller, NewAttachment file) {
        Attachment attachment = new Attachment(AttachmentId.next(), file, caller.effectiveUserId(), clock.instant());
        attachments.add(attachment);
        return attachment;
    }

    /**
     * Reads what is known of a file.
     *
     * @throws NotFound if it is absent, somebody else's upload, or part of what the caller does not see
     */
    public Attachment get(Caller caller, AttachmentId id) {
        Attachment attachment = attachments.get(id);
        Optional<TicketId> ticket = attachment.ticketId();
        boolean seen = ticket.isPresent()
                ? isSeen(caller, ticket.get(), attachment)
                : attachment.uploadedBy().equals(Optional.of(caller.effectiveUserId()));
        if (!seen) {
            throw new NotFound("attachment");
        }
        return attachment;
    }

    private boolean isSeen(Caller caller, TicketId ticket, Attachment attachment) {
        try {
            return reader.get(caller, ticket).sight() == Sight.FULL
                    || attachment
                            .commentId()
                            .flatMap(comments::find)
                            .map(Comment::visibility)
                            .equals(Optional.of(Visibility.PUBLIC));
        } catch (NotFound hidden) {
            return false;
        }
    }
}
