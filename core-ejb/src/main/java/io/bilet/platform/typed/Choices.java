package io.bilet.platform.typed;

import io.bilet.platform.error.InvalidInput;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The words among which people choose. */
final class Choices {

    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9_-]{0,59}");

    private Choices() {}

    /** The words of a list of {@code {"value", "label"}}, in its order. */
    static List<String> read(JsonValue choices) {
        List<String> words = new ArrayList<>();
        for (JsonObject choice : choices.asJsonArray().getValuesAs(JsonObject.class)) {
            String place = "/choices/%d/value".formatted(words.size());
            String word = choice.getString("value");
            if (!WORD.matcher(word).matches()) {
                throw new InvalidInput(place, "invalid_value", "A choice has 1 to 60 of the characters a-z 0-9 _ -.");
            }
            if (words.contains(word)) {
                throw new InvalidInput(place, "duplicate", "This choice is there already.");
            }
            words.add(word);
        }
        return List.copyOf(words);
    }
}
