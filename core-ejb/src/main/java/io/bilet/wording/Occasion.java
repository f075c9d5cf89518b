package io.bilet.wording;

import io.bilet.people.UserId;
import io.bilet.ticket.Comment;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.Visibility;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * About what, by whom and for whom something is written.
 *
 * @param comment what was just said, if anything
 * @param agent in whose name it is written; empty if no person writes it
 * @param audience public for what the requester reads, internal for what agents read
 */
public record Occasion(
        Ticket ticket, @Nullable Comment comment, Optional<UserId> agent, Visibility audience, Instant now) {

    boolean isPublic() {
        return audience == Visibility.PUBLIC;
    }

    /** What was said, as far as the audience may know it. */
    Optional<Comment> toldComment() {
        return Optional.ofNullable(comment).filter(said -> !isPublic() || said.visibility() == Visibility.PUBLIC);
    }
}
