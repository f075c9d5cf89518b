package io.bilet.ticket;

import io.bilet.people.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing said on a ticket; never changes. */
@Entity
@Table(name = "comment")
public class Comment {

    @Id
    private UUID id;

    @Column(name = "ticket_id", nullable = false, updatable = false)
    private UUID ticketId;

    @Column(name = "author_id", updatable = false)
    private @Nullable UUID authorId;

    @Enumerated(EnumType.STRING)
    @Column(name = "author_role", nullable = false, updatable = false)
    private AuthorRole authorRole;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Visibility visibility;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Channel channel;

    @Column(nullable = false, updatable = false)
    private String text;

    @Column(name = "quoted_text", updatable = false)
    private @Nullable String quotedText;

    @Column(updatable = false)
    private @Nullable String html;

    @Column(name = "message_id", updatable = false)
    private @Nullable String messageId;

    @Column(updatable = false)
    private @Nullable String automatic;

    @Column(name = "bounce", updatable = false)
    private @Nullable String bounceJson;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Comment() {} // for JPA

    public Comment(CommentId id, TicketId ticket, Author author, Visibility visibility, CommentText said, Instant now) {
        this.id = id.value();
        this.ticketId = ticket.value();
        this.authorId = author.user() == null ? null : author.user().value();
        this.authorRole = author.role();
        this.channel = author.channel();
        this.visibility = visibility;
        this.text = said.text();
        this.quotedText = said.quotedText();
        this.html = said.html();
        this.createdAt = now;
    }

    /**
     * Who said it, and over what.
     *
     * @param user null for Bilet itself
     */
    public record Author(@Nullable UserId user, AuthorRole role, Channel channel) {}

    /** Notes the mail this comment came by; before it is stored. */
    public Comment cameBy(@Nullable CommentMail mail) {
        if (mail != null) {
            messageId = mail.messageId();
            automatic = mail.automatic();
            bounceJson = mail.bounceJson();
        }
        return this;
    }

    public CommentId id() {
        return new CommentId(id);
    }

    public TicketId ticketId() {
        return new TicketId(ticketId);
    }

    public Optional<UserId> author() {
        return Optional.ofNullable(authorId).map(UserId::new);
    }

    public AuthorRole authorRole() {
        return authorRole;
    }

    public Visibility visibility() {
        return visibility;
    }

    public Channel channel() {
        return channel;
    }

    public CommentText said() {
        return new CommentText(text, quotedText, html);
    }

    /** The mail it came by; empty for comments of another channel. */
    public Optional<CommentMail> mail() {
        return messageId == null && automatic == null && bounceJson == null
                ? Optional.empty()
                : Optional.of(new CommentMail(messageId, automatic, bounceJson));
    }

    public Instant createdAt() {
        return createdAt;
    }
}
