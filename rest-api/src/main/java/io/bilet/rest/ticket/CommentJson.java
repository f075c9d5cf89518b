package io.bilet.rest.ticket;

import io.bilet.api.v1.model.AttachmentSummary;
import io.bilet.api.v1.model.AuthorRole;
import io.bilet.api.v1.model.Bounce;
import io.bilet.api.v1.model.BounceRecipient;
import io.bilet.api.v1.model.Channel;
import io.bilet.api.v1.model.CommentMail;
import io.bilet.api.v1.model.Visibility;
import io.bilet.flow.Answer;
import io.bilet.flow.NewComment;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.Attachment;
import io.bilet.ticket.Comment;
import io.bilet.ticket.CommentText;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketStatus;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comments as the API shows and takes them. */
final class CommentJson {

    private CommentJson() {}

    static io.bilet.api.v1.model.Comment of(Comment comment, List<Attachment> attachments) {
        return new io.bilet.api.v1.model.Comment()
                .id(comment.id().toString())
                .authorId(comment.author().map(Record::toString).orElse(null))
                .authorRole(AuthorRole.fromValue(Wire.of(comment.authorRole())))
                .visibility(Visibility.fromValue(Wire.of(comment.visibility())))
                .text(comment.said().text())
                .quotedText(comment.said().quotedText())
                .html(comment.said().html())
                .channel(Channel.fromValue(Wire.of(comment.channel())))
                .attachments(attachments.stream().map(CommentJson::summary).toList())
                .mail(comment.mail().map(CommentJson::mail).orElse(null))
                .createdAt(comment.createdAt());
    }

    private static AttachmentSummary summary(Attachment attachment) {
        return new AttachmentSummary()
                .id(attachment.id().toString())
                .fileName(attachment.file().fileName())
                .mediaType(attachment.file().mediaType())
                .bytes(attachment.file().bytes())
                .sha256(attachment.file().sha256())
                .inline(attachment.file().inline())
                .contentId(attachment.file().contentId());
    }

    private static CommentMail mail(io.bilet.ticket.CommentMail mail) {
        return new CommentMail()
                .messageId(mail.messageId())
                .automatic(mail.automatic())
                .bounce(bounce(mail.bounceJson()));
    }

    private static @Nullable Bounce bounce(@Nullable String json) {
        if (json == null) {
            return null;
        }
        List<JsonObject> recipients =
                StoredJson.readObject(json).getJsonArray("recipients").getValuesAs(JsonObject.class);
        return new Bounce()
                .recipients(recipients.stream().map(CommentJson::recipient).toList());
    }

    private static BounceRecipient recipient(JsonObject json) {
        return new BounceRecipient()
                .address(json.getString("address", null))
                .status(json.getString("status", null))
                .replyCode(json.getString("reply_code", null))
                .hard(json.getBoolean("hard", false));
    }

    static Answer toAnswer(TicketId ticket, Optional<Integer> expectedVersion, io.bilet.api.v1.model.NewComment body) {
        var comment = new NewComment(
                CommentText.plain(body.getText()),
                io.bilet.ticket.Visibility.valueOf(body.getVisibility().name()),
                TicketJson.attachmentIds(body.getAttachmentIds()),
                List.of(),
                null);
        Optional<TicketStatus> status =
                Optional.ofNullable(body.getStatus()).map(next -> TicketStatus.valueOf(next.name()));
        return new Answer(ticket, expectedVersion, comment, status);
    }
}
