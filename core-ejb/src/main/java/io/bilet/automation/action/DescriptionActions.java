package io.bilet.automation.action;

import io.bilet.platform.text.Languages;
import io.bilet.ticket.Description;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a ticket is about: its priority, type and language. */
@ApplicationScoped
public class DescriptionActions implements ActionKinds {

    @Override
    public Map<String, Reading> kinds() {
        return Map.of(
                "set_priority", DescriptionActions::priority,
                "set_type", DescriptionActions::type,
                "set_language", DescriptionActions::language);
    }

    private static Action priority(Members members) {
        var priority = members.choice("priority", TicketPriority.class);
        return new Describe(members.json(), "priority", description -> description.withPriority(priority));
    }

    private static Action type(Members members) {
        var type = members.isNull("type") ? null : members.choice("type", TicketType.class);
        return new Describe(members.json(), "type", description -> description.withType(type));
    }

    private static Action language(Members members) {
        String language = Languages.canonical(members.text("language", 35), members.place("language"));
        return new Describe(members.json(), "language", description -> description.withLanguage(language));
    }

    /** Gives one field of the description another value. */
    private record Describe(JsonObject toJson, String field, UnaryOperator<Description> change) implements Action {

        @Override
        public void on(Stage stage) {
            stage.ticket().describe(change.apply(stage.ticket().description()), stage.now());
        }

        @Override
        public Map<String, String> decides() {
            return Map.of(field, String.valueOf(toJson.get(field)));
        }
    }
}
