package io.bilet.rest.ticket;

import io.bilet.access.Caller;
import io.bilet.api.v1.model.Channel;
import io.bilet.api.v1.model.DueMetric;
import io.bilet.api.v1.model.Folder;
import io.bilet.api.v1.model.NewRequester;
import io.bilet.api.v1.model.NewSnooze;
import io.bilet.api.v1.model.NewTicket;
import io.bilet.api.v1.model.NewTicketComment;
import io.bilet.api.v1.model.NextBreach;
import io.bilet.api.v1.model.Snooze;
import io.bilet.api.v1.model.TicketPriority;
import io.bilet.api.v1.model.TicketStatus;
import io.bilet.api.v1.model.TicketType;
import io.bilet.api.v1.model.UnassignedReason;
import io.bilet.brand.BrandId;
import io.bilet.flow.NewComment;
import io.bilet.flow.OpenTicket;
import io.bilet.flow.RequesterRef;
import io.bilet.flow.TicketDraft;
import io.bilet.people.EmailAddress;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.Require;
import io.bilet.platform.json.Wire;
import io.bilet.platform.text.Languages;
import io.bilet.platform.text.Tags;
import io.bilet.platform.typed.TypedValues;
import io.bilet.rest.http.Patch;
import io.bilet.ticket.AttachmentId;
import io.bilet.ticket.CommentText;
import io.bilet.ticket.Description;
import io.bilet.ticket.Ownership;
import io.bilet.ticket.Snoozing;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.Timeline;
import io.bilet.ticket.Visibility;
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
                .vip(ticket.demand().isVip())
                .units(ticket.demand().units())
                .deliveryFailed(ticket.hasDeliveryFailed())
                .customFields(ticket.description().customFields().toJson())
                .version(ticket.version());
        describe(json, ticket.description());
        origin(json, ticket);
        ownership(json, ticket.ownership());
        times(json, ticket.timeline());
        due(json, ticket);
        snooze(json, ticket);
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
        json.expectedReplyAt(ticket.expectation().replyAt().orElse(null));
        ticket.due().at().ifPresent(at -> json.dueAt(at)
                .nextBreach(new NextBreach()
                        .at(at)
                        .metric(DueMetric.fromValue(ticket.due().metric().orElseThrow()))));
    }

    private static void snooze(io.bilet.api.v1.model.Ticket json, Ticket ticket) {
        Snoozing snoozing = ticket.snoozing();
        if (snoozing.isUnderWay()) {
            json.snooze(new Snooze()
                    .returnAt(snoozing.returnAt().orElse(null))
                    .responseDueAt(snoozing.promisedAt().orElse(null))
                    .policyDueAt(ticket.due().byPolicy().orElse(null))
                    .reason(snoozing.reason().orElse(null)));
        }
    }

    static io.bilet.ticket.Snooze toSnooze(NewSnooze body) {
        return new io.bilet.ticket.Snooze(body.getReturnAt(), body.getResponseDueAt(), body.getReason());
    }

    /**
     * The description after a merge patch.
     *
     * @throws InvalidInput if a field would break a rule
     */
    static Description patched(Description present, Patch patch) {
        var priority = patch.text("priority", Wire.of(present.priority()));
        return present.withSubject(Require.line(
                        patch.text("subject", present.subject()), Description.SUBJECT_LENGTH_MAX, "/subject"))
                .withPriority(Wire.read(io.bilet.ticket.TicketPriority.class, priority, "/priority"))
                .withType(patch.cleared(
                                "type",
                                present.type(),
                                type -> Wire.read(io.bilet.ticket.TicketType.class, type, "/type"))
                        .orElse(null))
                .withLanguage(patch.cleared("language", present.language())
                        .map(tag -> Languages.canonical(tag, "/language"))
                        .orElse(null))
                .withExternalId(
                        patch.cleared("external_id", present.externalId()).orElse(null));
    }

    /**
     * What a new ticket asks for; requesters open tickets for themselves.
     *
     * @throws InvalidInput if a field breaks a rule or is not the caller's to set
     */
    static OpenTicket toOpenTicket(NewTicket body, Caller caller, TypedValues customFields) {
        var draft = new TicketDraft(
                Require.line(body.getSubject(), Description.SUBJECT_LENGTH_MAX, "/subject"),
                io.bilet.ticket.Channel.valueOf(
                        body.getChannel() == null ? "API" : body.getChannel().name()),
                priority(body.getPriority()),
                body.getType() == null
                        ? null
                        : io.bilet.ticket.TicketType.valueOf(body.getType().name()),
                Tags.normalise(body.getTags() == null ? List.of() : body.getTags(), "/tags"),
                body.getLanguage() == null ? null : Languages.canonical(body.getLanguage(), "/language"),
                body.getExternalId(),
                body.getBrandId() == null ? null : BrandId.parse(body.getBrandId()),
                body.getGroupId() == null ? null : GroupId.parse(body.getGroupId()),
                customFields);
        return new OpenTicket(requester(body.getRequester(), caller), draft, comment(body.getComment()), null);
    }

    private static io.bilet.ticket.TicketPriority priority(@Nullable TicketPriority priority) {
        return priority == null
                ? io.bilet.ticket.TicketPriority.NORMAL
                : io.bilet.ticket.TicketPriority.valueOf(priority.name());
    }

    private static RequesterRef requester(@Nullable NewRequester body, Caller caller) {
        if (body == null) {
            return new RequesterRef.Known(caller.effectiveUserId());
        }
        if (caller.isRequester()) {
            throw new InvalidInput("/requester", "not_yours", "You can open tickets only for yourself.");
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
