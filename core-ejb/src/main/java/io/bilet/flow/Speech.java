package io.bilet.flow;

import io.bilet.automation.action.Saying;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.html.SafeHtml;
import io.bilet.template.Rendering;
import io.bilet.template.Rendering.Unresolved;
import io.bilet.template.Target;
import io.bilet.ticket.Comment;
import io.bilet.ticket.CommentQueries;
import io.bilet.ticket.CommentText;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketEvent.CommentAdded;
import io.bilet.ticket.Visibility;
import io.bilet.wording.Occasion;
import io.bilet.wording.TicketWords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of what a rule or macro says what is said on one ticket. */
@ApplicationScoped
class Speech {

    @Inject
    private TicketWords words;

    @Inject
    private CommentQueries comments;

    /**
     * Words for one ticket.
     *
     * @param unresolved placeholders that had no value
     */
    record Said(CommentText text, Visibility visibility, List<Unresolved> unresolved) {}

    /**
     * In the language of whoever reads it: the requester, or, of a note, its author.
     *
     * @throws InvalidInput if nothing is left to be said
     */
    Said fill(Saying saying, Ticket ticket, Comment.Author author, Visibility visibility, Instant now) {
        var occasion = new Occasion(ticket, lastSaid(ticket), Optional.ofNullable(author.user()), visibility, now);
        Saying.Wording wording = saying.in(words.reader(occasion).locale());
        Rendering text = words.fill(wording.text(), Target.TEXT, occasion);
        if (text.text().isBlank()) {
            throw new InvalidInput("/text", "blank", "Without the values that are missing nothing is left to be said.");
        }
        Set<Unresolved> unresolved = new LinkedHashSet<>(text.unresolved());
        String html = null;
        if (wording.html() != null) {
            Rendering marked = words.fill(wording.html(), Target.HTML, occasion);
            html = SafeHtml.of(marked.text());
            unresolved.addAll(marked.unresolved());
        }
        return new Said(new CommentText(text.text(), null, html), visibility, List.copyOf(unresolved));
    }

    /** The comment that is being followed now; empty if nobody said anything. */
    private @Nullable Comment lastSaid(Ticket ticket) {
        return ticket.happenings().pending().stream()
                .filter(CommentAdded.class::isInstance)
                .map(CommentAdded.class::cast)
                .findFirst()
                .flatMap(added -> comments.find(added.commentId()))
                .orElse(null);
    }
}
