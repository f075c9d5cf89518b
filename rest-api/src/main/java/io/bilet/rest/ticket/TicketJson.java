package io.bilet.rest.ticket;

import io.bilet.api.v1.model.Channel;
import io.bilet.api.v1.model.Folder;
import io.bilet.api.v1.model.NewRequester;
import io.bilet.api.v1.model.NewTicket;
import io.bilet.api.v1.model.NewTicketComment;
import io.bilet.api.v1.model.NextBreach;
import io.bilet.api.v1.model.SlaMetric;
import io.bilet.api.v1.model.TicketPriority;
import io.bilet.api.v1.model.TicketStatus;
import io.bilet.api.v1.model.TicketType;
import io.bilet.api.v1.model.UnassignedReason;
import io.bilet.flow.NewComment;
import io.bilet.flow.OpenTicket;
import io.bilet.flow.RequesterRef;
import io.bilet.flow.TicketDraft;
import io.bilet.people.EmailAddress;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.Wire;
import io.bilet.platform.text.Tags;
import io.bilet.ticket.AttachmentId;
import io.bilet.ticket.CommentText;
import io.bilet.ticket.Description;
import io.bilet.ticket.Ownership;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.Timeline;
import io.bilet.ticket.Visibility;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tickets as the API shows and takes them. */
public final class TicketJson {

    private TicketJson() {}

    public static io.bilet.api.v1.model.Ticket of(Ticket ticket) {
        var json = new io.bilet.api.v1.model.Ticket()
                .id(ticket.id().toString())
                .number(ticket.number())
                .status(TicketStatus.fromValue(Wire.of(ticket.status())))
                .folder(Folder.fromValue(Wire.of(ticket.folder())))
                .deliveryFailed(ticket.hasDeliveryFailed())
                .customFields(JsonValue.EMPTY_JSON_OBJECT)
                .version(ticket.version());
        describe(json, ticket.description());
        origin(json, ticket);
        ownership(json, ticket.ownership());
        times(json, ticket.timeline());
        due(json, ticket);
        return json;
    }

    private static void describe(io.bilet.api.v1.model.Ticket json, Description description) {
        json.subject(description.subject())
                .priority(TicketPriority.fromValue(Wire.of(description.priority())))
                .type(description
                        .type()
                        .map(type -> TicketType.fromValue(Wire.of(type)))
                        .orElse(null))
                .tags(List.copyOf(description.tags()))
                .language(description.language().orElse(null))
                .externalId(description.externalId().orElse(null));
    }

    private static void origin(io.bilet.api.v1.model.Ticket json, Ticket ticket) {
        json.channel(Channel.fromValue(Wire.of(ticket.origin().channel())))
                .brandId(ticket.origin().brand().toString())
                .requesterId(ticket.origin().requester().toString())
                .organizationId(text(ticket.origin().organization()))
                .followUpOfId(text(ticket.origin().followUpOf()));
    }

    private static void ownership(io.bilet.api.v1.model.Ticket json, Ownership ownership) {
        json.groupId(text(ownership.group()))
                .assigneeId(text(ownership.assignee()))
                .tier(ownership.tier())
                .unassignedReason(ownership
                        .unassignedReason()
                        .map(reason -> UnassignedReason.fromValue(Wire.of(reason)))
                        .orElse(null));
    }

    private static void times(io.bilet.api.v1.model.Ticket json, Timeline timeline) {
        json.createdAt(timeline.createdAt())
                .updatedAt(timeline.updatedAt())
                .solvedAt(timeline.solvedAt().orElse(null));
    }

    private static void due(io.bilet.api.v1.model.Ticket json, Ticket ticket) {
        json.noDueReason(ticket.due().noDueReason().orElse(null));
        ticket.due().at().ifPresent(at -> json.dueAt(at)
                .nextBreach(new NextBreach()
                        .at(at)
                        .metric(SlaMetric.fromValue(ticket.due().metric().orElseThrow()))));
    }

    /** What a new ticket asks for; {@code caller} is the requester where the body names none. */
    static OpenTicket toOpenTicket(NewTicket body, UserId caller) {
        var draft = new TicketDraft(
                body.getSubject(),
                io.bilet.ticket.Channel.valueOf(
                        body.getChannel() == null ? "API" : body.getChannel().name()),
                priority(body.getPriority()),
                body.getType() == null
                        ? null
                        : io.bilet.ticket.TicketType.valueOf(body.getType().name()),
                Tags.normalise(body.getTags() == null ? List.of() : body.getTags(), "/tags"),
                body.getLanguage(),
                body.getExternalId(),
                body.getGroupId() == null ? null : GroupId.parse(body.getGroupId()));
        return new OpenTicket(requester(body.getRequester(), caller), draft, comment(body.getComment()), null);
    }

    private static io.bilet.ticket.TicketPriority priority(@Nullable TicketPriority priority) {
        return priority == null
                ? io.bilet.ticket.TicketPriority.NORMAL
                : io.bilet.ticket.TicketPriority.valueOf(priority.name());
    }

    private static RequesterRef requester(@Nullable NewRequester body, UserId caller) {
        if (body == null) {
            return new RequesterRef.Known(caller);
        }
        if (body.getId() != null) {
            return new RequesterRef.Known(UserId.parse(body.getId()));
        }
        if (body.getEmail() == null) {
            throw new InvalidInput("/requester", "incomplete", "A requester is named by id or by e-mail address.");
        }
        EmailAddress address = EmailAddress.parse(body.getEmail(), "/requester/email");
        return new RequesterRef.ByAddress(address, body.getName() == null ? address.text() : body.getName(), null);
    }

    private static NewComment comment(NewTicketComment body) {
        return new NewComment(
                CommentText.plain(body.getText()),
                Visibility.valueOf(body.getVisibility().name()),
                attachmentIds(body.getAttachmentIds()),
                List.of(),
                null);
    }

    static List<AttachmentId> attachmentIds(@Nullable List<String> ids) {
        List<AttachmentId> parsed = new ArrayList<>();
        if (ids != null) {
            ids.forEach(id -> parsed.add(AttachmentId.parse(id)));
        }
        return parsed;
    }

    private static @Nullable String text(Optional<? extends Record> id) {
        return id.map(Record::toString).orElse(null);
    }
}
