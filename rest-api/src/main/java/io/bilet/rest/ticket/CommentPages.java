package io.bilet.rest.ticket;

import static java.util.stream.Collectors.groupingBy;

import io.bilet.access.Sight;
import io.bilet.flow.TicketReader;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.ticket.Attachment;
import io.bilet.ticket.AttachmentRepository;
import io.bilet.ticket.Comment;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.CommentQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Comments of a ticket with their files, two statements a page; internal notes only for those who see them. */
@ApplicationScoped
public class CommentPages {

    /** How many comments come embedded in their ticket. */
    private static final int EMBEDDED_MAX = 100;

    @Inject
    CommentQueries comments;

    @Inject
    AttachmentRepository attachments;

    List<io.bilet.api.v1.model.Comment> first(TicketReader.Seen seen) {
        return page(seen, Optional.empty(), EMBEDDED_MAX).items();
    }

    Slice<io.bilet.api.v1.model.Comment> page(TicketReader.Seen seen, Optional<Position> after, int limit) {
        List<Comment> rows = comments.of(
                seen.ticket().id(),
                after.map(position -> new CommentId(position.id())),
                seen.sight() == Sight.FULL,
                limit + 1);
        Slice<Comment> slice =
                Slice.of(rows, limit, comment -> new Position("", comment.id().value()));
        Map<CommentId, List<Attachment>> files =
                attachments
                        .of(
                                seen.ticket().id(),
                                slice.items().stream().map(Comment::id).toList())
                        .stream()
                        .collect(groupingBy(attachment -> attachment.commentId().orElseThrow()));
        return slice.map(comment -> CommentJson.of(comment, files.getOrDefault(comment.id(), List.of())));
    }
}
