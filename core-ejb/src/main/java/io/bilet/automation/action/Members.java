package io.bilet.automation.action;

import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.MalformedInput;
import io.bilet.platform.id.MalformedId;
import io.bilet.platform.json.Wire;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The members of one object, each asked for by name and type; what nobody asked for is refused in the end. */
public final class Members {

    private static final BigDecimal WHOLE_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final JsonObject json;
    private final String pointer;
    private final Set<String> known = new HashSet<>();

    Members(JsonObject json, String pointer, String... known) {
        this.json = json;
        this.pointer = pointer;
        this.known.addAll(List.of(known));
    }

    /** The object as it was written. */
    public JsonObject json() {
        return json;
    }

    /** Where a member stands in the request. */
    public String place(String member) {
        return pointer + "/" + member;
    }

    public boolean has(String member) {
        known.add(member);
        return json.containsKey(member);
    }

    public boolean isNull(String member) {
        return value(member) == JsonValue.NULL;
    }

    /** A text that is not blank and has at most so many characters. */
    public String text(String member, int lengthMax) {
        String text = string(value(member), place(member));
        if (text.isBlank() || text.length() > lengthMax) {
            throw new InvalidInput(
                    place(member),
                    "wrong_length",
                    "A text of 1 to %d characters that is not blank is expected here.".formatted(lengthMax));
        }
        return text;
    }

    public <E extends Enum<E>> E choice(String member, Class<E> type) {
        String word = string(value(member), place(member));
        return Stream.of(type.getEnumConstants())
                .filter(constant -> Wire.of(constant).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        malformed(place(member), "unknown_value", "This is not one of the words that are known here."));
    }

    /**
     * An id.
     *
     * @param parse throws {@link MalformedId} for what is no id of the kind
     */
    public <I> I id(String member, Function<String, I> parse) {
        return id(value(member), place(member), parse);
    }

    /** One to many ids, each once. */
    public <I> List<I> ids(String member, int countMax, Function<String, I> parse) {
        JsonArray array = array(member, countMax);
        List<I> ids = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            I id = id(array.get(i), place(member) + "/" + i, parse);
            if (ids.contains(id)) {
                throw new InvalidInput(place(member) + "/" + i, "duplicate", "This is named twice.");
            }
            ids.add(id);
        }
        return ids;
    }

    public List<String> texts(String member, int countMax) {
        JsonArray array = array(member, countMax);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            texts.add(string(array.get(i), place(member) + "/" + i));
        }
        return texts;
    }

    /** One to many objects, whose members are then asked for. */
    public List<Members> objects(String member, int countMax) {
        JsonArray array = array(member, countMax);
        List<Members> objects = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String place = place(member) + "/" + i;
            if (!(array.get(i) instanceof JsonObject object)) {
                throw malformed(place, "wrong_type", "An object is expected here.");
            }
            objects.add(new Members(object, place));
        }
        return objects;
    }

    public int number(String member, int min, int max) {
        if (!(value(member) instanceof JsonNumber number) || !number.isIntegral()) {
            throw malformed(place(member), "wrong_type", "A whole number is expected here.");
        }
        long value = number.bigDecimalValue().min(WHOLE_MAX).longValue();
        if (value < min || value > max) {
            throw new InvalidInput(
                    place(member), "out_of_range", "A number from %d to %d was expected.".formatted(min, max));
        }
        return (int) value;
    }

    /** A duration of more than nothing and at most {@code max}. */
    public Duration duration(String member, Duration max) {
        Duration duration = duration(string(value(member), place(member)), place(member));
        if (duration.isNegative() || duration.isZero() || duration.compareTo(max) > 0) {
            throw new InvalidInput(
                    place(member),
                    "out_of_range",
                    "More than nothing and at most %d days is allowed.".formatted(max.toDays()));
        }
        return duration;
    }

    /** Refuses members that nobody asked for. */
    void requireNoOthers() {
        List<String> unknown =
                json.keySet().stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw malformed(pointer, "unknown_member", "There is a member here that is not known.");
        }
    }

    private JsonArray array(String member, int countMax) {
        if (!(value(member) instanceof JsonArray array)) {
            throw malformed(place(member), "wrong_type", "A list is expected here.");
        }
        if (array.isEmpty() || array.size() > countMax) {
            throw new InvalidInput(
                    place(member), "wrong_length", "A list of 1 to %d is expected here.".formatted(countMax));
        }
        return array;
    }

    private JsonValue value(String member) {
        if (!has(member)) {
            throw malformed(place(member), "missing", "This is needed.");
        }
        return json.getOrDefault(member, JsonValue.NULL);
    }

    private static <I> I id(JsonValue json, String place, Function<String, I> parse) {
        try {
            return parse.apply(string(json, place));
        } catch (MalformedId malformed) {
            throw malformed(place, "malformed_id", "This is no id of the kind that is expected here.");
        }
    }

    private static String string(@Nullable JsonValue json, String place) {
        if (!(json instanceof JsonString text)) {
            throw malformed(place, "wrong_type", "A text is expected here.");
        }
        return text.getString();
    }

    private static Duration duration(String text, String place) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw malformed(place, "wrong_type", "A duration as in P2D or PT4H30M is expected here.");
        }
    }

    private static MalformedInput malformed(String place, String code, String detail) {
        return new MalformedInput(place, code, detail);
    }
}
