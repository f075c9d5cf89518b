package io.bilet.template;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names a template may use. What is not listed here does not exist for templates, whatever their author writes;
 * there is none that shows an internal note.
 */
public final class Placeholders {

    /** Whose members have names of an installation's own. */
    private static final List<String> OPEN =
            List.of("ticket.custom_fields.", "requester.facts.", "organization.facts.");

    /** What Liquid itself can ask of a list or text. */
    private static final Set<String> PARTS = Set.of("size", "first", "last");

    private static final Set<String> NAMES = new TreeSet<>(List.of(
            "ticket.number",
            "ticket.subject",
            "ticket.status",
            "ticket.status_name",
            "ticket.priority",
            "ticket.priority_name",
            "ticket.type",
            "ticket.channel",
            "ticket.tags",
            "ticket.external_id",
            "ticket.created_at",
            "ticket.updated_at",
            "ticket.solved_at",
            "ticket.due_at",
            "ticket.expected_reply_at",
            "ticket.snoozed_until",
            "requester.name",
            "requester.first_name",
            "requester.email",
            "requester.language",
            "organization.name",
            "assignee.name",
            "assignee.first_name",
            "group.name",
            "brand.name",
            "brand.signature",
            "agent.name",
            "agent.first_name",
            "comment.text",
            "comment.author_name",
            "comment.created_at",
            "now"));

    private Placeholders() {}

    /** All names but those of an installation's own fields and facts, sorted. */
    public static List<String> names() {
        return List.copyOf(NAMES);
    }

    static boolean knows(String path) {
        int dot = path.lastIndexOf('.');
        boolean isPart = dot > 0 && PARTS.contains(path.substring(dot + 1)) && NAMES.contains(path.substring(0, dot));
        return isPart || NAMES.contains(path) || isOpen(path);
    }

    private static boolean isOpen(String path) {
        return OPEN.stream().anyMatch(start -> path.startsWith(start) && path.indexOf('.', start.length()) < 0);
    }
}
