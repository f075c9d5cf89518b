package io.bilet.ticket;

import io.bilet.condition.Facts;
import io.bilet.people.Requester;
import io.bilet.platform.json.Wire;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A ticket as conditions see it: as it stands when they ask. The requester is looked up only if one asks. */
public final class TicketFacts implements Facts {

    /** What the names of custom fields begin with. */
    public static final String CUSTOM_FIELDS = "ticket." + Description.CUSTOM_FIELDS;

    private final Ticket ticket;
    private final Supplier<Requester> lookUp;
    private final String said;
    private final @Nullable String supportAddress;
    private final Instant now;
    private @Nullable Requester requester;

    /**
     * @param said what was said now; empty if nothing was
     * @param supportAddress the address written to, if it came by mail
     * @param now the instant from which conditions count
     */
    public TicketFacts(
            Ticket ticket, Supplier<Requester> lookUp, String said, @Nullable String supportAddress, Instant now) {
        this.ticket = ticket;
        this.lookUp = lookUp;
        this.said = said;
        this.supportAddress = supportAddress;
        this.now = now;
    }

    @Override
    public @Nullable Object value(String field) {
        if (field.startsWith("ticket.")) {
            return ofTicket(field);
        }
        return switch (field) {
            case "comment.text" -> said;
            case "support_address" -> supportAddress;
            case NOW -> now;
            default -> ofRequester(field);
        };
    }

    private @Nullable Object ofTicket(String field) {
        Description description = ticket.description();
        return switch (field) {
            case "ticket.subject" -> description.subject();
            case "ticket.channel" -> Wire.of(ticket.origin().channel());
            case "ticket.priority" -> Wire.of(description.priority());
            case "ticket.status" -> Wire.of(ticket.status());
            case "ticket.type" -> description.type().map(Wire::of).orElse(null);
            case "ticket.language" -> description.language().orElse(null);
            case "ticket.tags" -> description.tags();
            case "ticket.brand_id" -> ticket.origin().brand().toString();
            case "ticket.group_id" ->
                ticket.ownership().group().map(Record::toString).orElse(null);
            case "ticket.tier" -> ticket.ownership().tier();
            case "ticket.folder" -> Wire.of(ticket.folder());
            case "ticket.assignee_id" ->
                ticket.ownership().assignee().map(Record::toString).orElse(null);
            case "ticket.requester_id" -> ticket.origin().requester().toString();
            default -> ofTimes(field);
        };
    }

    private @Nullable Object ofTimes(String field) {
        return switch (field) {
            case "ticket.created_at" -> ticket.timeline().createdAt();
            case "ticket.updated_at" -> ticket.timeline().updatedAt();
            case "ticket.solved_at" -> ticket.timeline().solvedAt().orElse(null);
            case "ticket.due_at" -> ticket.due().at().orElse(null);
            default -> ofCustomFields(field);
        };
    }

    private @Nullable Object ofCustomFields(String field) {
        return field.startsWith(CUSTOM_FIELDS)
                ? ticket.description().customFields().fact(field.substring(CUSTOM_FIELDS.length()))
                : null;
    }

    private @Nullable Object ofRequester(String field) {
        Requester who = requester();
        return switch (field) {
            case "requester.email" -> who.address();
            case "requester.email_domain" -> domain(who.address());
            case "requester.name" -> who.name();
            case "requester.language" -> who.language();
            case "requester.tags" -> who.tags();
            case "organization.id" ->
                who.organizationId() == null ? null : who.organizationId().toString();
            case "organization.name" -> who.organizationName();
            default -> null;
        };
    }

    private Requester requester() {
        Requester known = requester;
        if (known == null) {
            known = lookUp.get();
            requester = known;
        }
        return known;
    }

    private static @Nullable String domain(@Nullable String address) {
        return address == null ? null : address.substring(address.lastIndexOf('@') + 1);
    }
}
