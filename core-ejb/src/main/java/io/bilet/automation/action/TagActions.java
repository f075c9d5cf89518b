package io.bilet.automation.action;

import io.bilet.platform.text.Tags;
import io.bilet.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The tags of a ticket. */
@ApplicationScoped
public class TagActions implements ActionKinds {

    @Override
    public Map<String, Reading> kinds() {
        return Map.of(
                "add_tags", members -> new AddTags(members.json(), tags(members)),
                "remove_tags", members -> new RemoveTags(members.json(), tags(members)),
                "set_tags", members -> new SetTags(members.json(), tags(members)));
    }

    private static SortedSet<String> tags(Members members) {
        return Tags.normalise(members.texts("tags", Tags.TAGS_MAX), members.place("tags"));
    }

    /** Adds tags, as far as there is room for more. */
    record AddTags(JsonObject toJson, SortedSet<String> tags) implements Action {

        @Override
        public void on(Stage stage) {
            SortedSet<String> after = present(stage.ticket());
            tags.stream().filter(tag -> after.size() < Tags.TAGS_MAX).forEach(after::add);
            retag(stage, after);
        }
    }

    record RemoveTags(JsonObject toJson, SortedSet<String> tags) implements Action {

        @Override
        public void on(Stage stage) {
            SortedSet<String> after = present(stage.ticket());
            after.removeAll(tags);
            retag(stage, after);
        }
    }

    /** Leaves the ticket with these tags and no others. */
    record SetTags(JsonObject toJson, SortedSet<String> tags) implements Action {

        @Override
        public void on(Stage stage) {
            retag(stage, tags);
        }

        @Override
        public Set<String> decides() {
            return Set.of("tags");
        }
    }

    private static SortedSet<String> present(Ticket ticket) {
        return new TreeSet<>(ticket.description().tags());
    }

    private static void retag(Stage stage, SortedSet<String> tags) {
        stage.ticket().describe(stage.ticket().description().withTags(tags), stage.now());
    }
}
