package io.bilet.ticket;

import static io.bilet.condition.FieldType.TEXT;

import io.bilet.condition.Field;
import io.bilet.condition.FieldSource;
import io.bilet.platform.json.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What rules that act on events may ask about the event itself. */
@ApplicationScoped
public class EventFields implements FieldSource {

    /** Fields that say what an event is; asking for them alone makes no rule about anything that changed. */
    public static final String PREFIX = "event.";

    /** Fields of what was said in the event. */
    public static final String COMMENT_PREFIX = "comment.";

    static final List<String> KINDS = List.of("opened", "updated");

    static final List<String> ACTORS = List.of("requester", "agent", "system", "rule");

    @Override
    public List<Field> fields() {
        return Stream.of(
                        Field.choice("event.kind", "Whether the ticket begins or goes on.", KINDS),
                        Field.choice("event.actor", "Who or what caused it.", ACTORS),
                        Field.reference("event.actor_id", "The user who caused it.", "usr"),
                        Field.of(
                                "event.cause",
                                TEXT,
                                "Where it came from: request, mail, timer, routing, or the rule that caused it."),
                        Field.choice("comment.visibility", "Who sees what was said.", words(Visibility.values())),
                        Field.choice("comment.author_role", "In which part it was said.", words(AuthorRole.values())),
                        Field.reference("comment.author_id", "Who said it.", "usr"),
                        Field.choice("comment.channel", "How what was said arrived.", words(Channel.values())))
                .map(Field::forEvents)
                .toList();
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Wire::of).toList();
    }
}
