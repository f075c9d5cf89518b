package io.bilet.ticket;

import static io.bilet.condition.FieldType.ADDRESS;
import static io.bilet.condition.FieldType.NUMBER;
import static io.bilet.condition.FieldType.SET;
import static io.bilet.condition.FieldType.TEXT;
import static io.bilet.condition.FieldType.TIME;

import io.bilet.condition.Field;
import io.bilet.condition.FieldSource;
import io.bilet.platform.json.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/** What conditions may ask about a ticket, what was just said on it, and who asked. */
@ApplicationScoped
public class TicketFields implements FieldSource {

    @Override
    public List<Field> fields() {
        return List.of(
                Field.of("ticket.subject", TEXT, "Subject of the ticket."),
                Field.choice("ticket.channel", "How the ticket arrived.", words(Channel.values())),
                Field.level("ticket.priority", "Priority of the ticket.", words(TicketPriority.values())),
                Field.choice("ticket.status", "Status of the ticket.", words(TicketStatus.values())),
                Field.choice("ticket.type", "Type of the ticket.", words(TicketType.values())),
                Field.of("ticket.language", TEXT, "Language of the ticket as a BCP 47 tag."),
                Field.of("ticket.tags", SET, "Tags of the ticket."),
                Field.reference("ticket.brand_id", "Brand the requester wrote to.", "brd"),
                Field.reference("ticket.group_id", "Group that holds the ticket.", "grp"),
                Field.of("ticket.tier", NUMBER, "Support tier of the ticket, 0 to 4."),
                Field.choice("ticket.folder", "Where the ticket lies.", words(Folder.values())),
                Field.reference("ticket.assignee_id", "Agent who owns the ticket.", "usr"),
                Field.reference("ticket.requester_id", "Who asked.", "usr"),
                Field.of("ticket.created_at", TIME, "When the ticket was opened."),
                Field.of("ticket.updated_at", TIME, "When the ticket was last changed."),
                Field.of("ticket.solved_at", TIME, "When the ticket was last solved."),
                Field.of("ticket.due_at", TIME, "When something is due on the ticket."),
                Field.personal("comment.text", TEXT, "What was said now, without what was quoted."),
                Field.personal("requester.email", ADDRESS, "Address of the requester."),
                Field.of("requester.email_domain", ADDRESS, "Domain of the requester's address."),
                Field.personal("requester.name", TEXT, "Name of the requester."),
                Field.of("requester.language", TEXT, "Language the requester prefers as a BCP 47 tag."),
                Field.of("requester.tags", SET, "Tags of the requester."),
                Field.reference("organization.id", "Organization of the requester.", "org"),
                Field.of("organization.name", TEXT, "Name of the requester's organization."),
                Field.of("support_address", ADDRESS, "Address the requester wrote to."));
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Wire::of).toList();
    }
}
