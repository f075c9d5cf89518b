package io.bilet.automation.action;

import io.bilet.platform.text.Tags;
import io.bilet.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    private record AddTags(JsonObject toJson, SortedSet<String> tags) implements Action {

        @Override
        public void on(Stage stage) {
            SortedSet<String> after = present(stage.ticket());
            tags.stream().filter(tag -> after.size() < Tags.TAGS_MAX).forEach(after::add);
            retag(stage, after);
        }

        @Override
        public Map<String, String> decides() {
            return about(tags, "there");
        }
    }

    private record RemoveTags(JsonObject toJson, SortedSet<String> tags) implements Action {

        @Override
        public void on(Stage stage) {
            SortedSet<String> after = present(stage.ticket());
            after.removeAll(tags);
            retag(stage, after);
        }

        @Override
        public Map<String, String> decides() {
            return about(tags, "not there");
        }
    }

    /** Leaves the ticket with these tags and no others. */
    private record SetTags(JsonObject toJson, SortedSet<String> tags) implements Action {

        @Override
        public void on(Stage stage) {
            retag(stage, tags);
        }

        @Override
        public Map<String, String> decides() {
            return Map.of("tags", String.join(" ", tags));
        }
    }

    private static Map<String, String> about(SortedSet<String> tags, String how) {
        return tags.stream().collect(Collectors.toMap(tag -> "tag " + tag, tag -> how));
    }

    private static SortedSet<String> present(Ticket ticket) {
        return new TreeSet<>(ticket.description().tags());
    }

    private static void retag(Stage stage, SortedSet<String> tags) {
        stage.ticket().describe(stage.ticket().description().withTags(tags), stage.now());
    }
}
