package io.bilet.rest.inbox;

import io.bilet.api.v1.model.AuthorRole;
import io.bilet.api.v1.model.AwaitedHandover;
import io.bilet.api.v1.model.CommentExcerpt;
import io.bilet.api.v1.model.Folder;
import io.bilet.api.v1.model.UserSummary;
import io.bilet.api.v1.model.Visibility;
import io.bilet.inbox.FolderCount;
import io.bilet.inbox.InboxRow;
import io.bilet.platform.json.Wire;
import io.bilet.rest.ticket.TicketJson;
import org.jspecify.annotations.Nullable;

/** Rows of an inbox as the API shows them. */
final class InboxJson {

    private InboxJson() {}

    static io.bilet.api.v1.model.InboxRow of(InboxRow row) {
        return new io.bilet.api.v1.model.InboxRow()
                .ticket(TicketJson.of(row.ticket()))
                .requester(new UserSummary()
                        .id(row.requester().id().toString())
                        .name(row.requester().name())
                        .email(row.requester().email()))
                .lastComment(excerpt(row.lastMessage()))
                .dueAt(row.ticket().due().at().orElse(null))
                .breached(row.breached())
                .unread(row.unread())
                .followUpCount(row.ticket().snoozing().returnCount())
                .handover(awaited(row.handedOver()));
    }

    static io.bilet.api.v1.model.FolderCount of(FolderCount count) {
        return new io.bilet.api.v1.model.FolderCount()
                .folder(Folder.fromValue(Wire.of(count.folder())))
                .count(count.tickets())
                .unreadCount(count.unread())
                .followUpCount(count.followUps())
                .awaitingReceiptCount(count.awaitingReceipt())
                .exact(count.exact());
    }

    private static @Nullable AwaitedHandover awaited(InboxRow.@Nullable HandedOver handedOver) {
        if (handedOver == null) {
            return null;
        }
        return new AwaitedHandover()
                .id(handedOver.id().toString())
                .fromAgentId(handedOver.from().toString())
                .reason(handedOver.reason())
                .answerDueAt(handedOver.answerBy());
    }

    private static @Nullable CommentExcerpt excerpt(InboxRow.@Nullable LastMessage last) {
        if (last == null) {
            return null;
        }
        return new CommentExcerpt()
                .id(last.id().toString())
                .authorId(last.author() == null ? null : last.author().toString())
                .authorRole(AuthorRole.fromValue(Wire.of(last.by())))
                .visibility(Visibility.fromValue(Wire.of(last.visibility())))
                .excerpt(last.excerpt())
                .createdAt(last.at());
    }
}
