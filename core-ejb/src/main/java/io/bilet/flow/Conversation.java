package io.bilet.flow;

import io.bilet.people.UserId;
import io.bilet.ticket.Attachment;
import io.bilet.ticket.AttachmentId;
import io.bilet.ticket.AttachmentRepository;
import io.bilet.ticket.Comment;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.NewAttachment;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Adds what is said to a ticket, files included. */
@ApplicationScoped
class Conversation {

    @Inject
    private TicketRepository tickets;

    @Inject
    private AttachmentRepository attachments;

    /** Adds a comment to a stored ticket; whether it asks for an answer is for the caller to say. */
    Comment add(Ticket ticket, Comment.Author author, NewComment said, boolean needsReply, Instant now) {
        Comment comment = say(ticket, author, said, needsReply, now);
        store(comment, author, said, now);
        return comment;
    }

    /** Lets a comment act on its ticket without storing it yet. */
    Comment say(Ticket ticket, Comment.Author author, NewComment said, boolean needsReply, Instant now) {
        Comment comment = new Comment(CommentId.next(), ticket.id(), author, said.visibility(), said.said(), now)
                .cameBy(said.mail());
        ticket.comment(comment, needsReply, now);
        return comment;
    }

    void store(Comment comment, Comment.Author author, NewComment said, Instant now) {
        tickets.add(comment);
        for (NewAttachment file : said.files()) {
            tickets.add(new Attachment(AttachmentId.next(), file, author.user(), now).belongTo(comment));
        }
        claimUploads(said, author.user(), comment);
    }

    private void claimUploads(NewComment said, @Nullable UserId author, Comment comment) {
        if (!said.uploads().isEmpty() && author != null) {
            attachments.claim(said.uploads(), author, comment);
        }
    }
}
