package io.bilet.flow;

import io.bilet.ticket.AttachmentId;
import io.bilet.ticket.CommentMail;
import io.bilet.ticket.CommentText;
import io.bilet.ticket.NewAttachment;
import io.bilet.ticket.Visibility;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to be said.
 *
 * @param uploads files the author uploaded before
 * @param files files that came with it, already in the blob store
 * @param mail the mail it came by, if any
 */
public record NewComment(
        CommentText said,
        Visibility visibility,
        List<AttachmentId> uploads,
        List<NewAttachment> files,
        @Nullable CommentMail mail) {

    public NewComment {
        uploads = List.copyOf(uploads);
        files = List.copyOf(files);
    }

    public static NewComment of(String text, Visibility visibility) {
        return new NewComment(CommentText.plain(text), visibility, List.of(), List.of(), null);
    }
}
