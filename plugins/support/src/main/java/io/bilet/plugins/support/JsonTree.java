package io.bilet.plugins.support;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.bilet.spi.FarEndRefused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JSON from a far end, of which only the types are believed that were seen. */
public final class JsonTree {

    private final JsonElement element;

    private JsonTree(JsonElement element) {
        this.element = element;
    }

    /**
     * Reads an object.
     *
     * @throws FarEndRefused if it is none
     */
    public static JsonTree object(String json) throws FarEndRefused {
        JsonElement read = parsed(json);
        if (read.isJsonObject()) {
            return new JsonTree(read);
        }
        throw new FarEndRefused("The far end answered something other than an object.");
    }

    /** Reads a list of objects, or one alone. */
    public static List<JsonTree> objects(String json) throws FarEndRefused {
        JsonElement read = parsed(json);
        return read.isJsonArray() ? members(read) : List.of(object(json));
    }

    private static JsonElement parsed(String json) throws FarEndRefused {
        try {
            return JsonParser.parseString(json);
        } catch (JsonParseException | IllegalStateException | StackOverflowError e) {
            throw new FarEndRefused("The far end answered what is no JSON.", e);
        }
    }

    /** A text or number on the way of these names; empty where it is absent, null or empty. */
    public Optional<String> text(String... names) {
        return at(names)
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .filter(text -> !text.isBlank());
    }

    /** As {@link #text}, where it must be there. */
    public String needed(String... names) throws FarEndRefused {
        return text(names).orElseThrow(() -> missing(names));
    }

    /** A whole number that must be there. */
    public long number(String... names) throws FarEndRefused {
        try {
            return new BigDecimal(needed(names)).longValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            throw new FarEndRefused("The far end answered something other than a number.", e);
        }
    }

    /** Whether the truth value is there and true. */
    public boolean truth(String... names) {
        return at(names)
                .filter(JsonElement::isJsonPrimitive)
                .filter(JsonElement::getAsBoolean)
                .isPresent();
    }

    /** The objects of a list that must be there. */
    public List<JsonTree> list(String... names) throws FarEndRefused {
        return members(at(names).filter(JsonElement::isJsonArray).orElseThrow(() -> missing(names)));
    }

    private static List<JsonTree> members(JsonElement list) throws FarEndRefused {
        List<JsonTree> members = new ArrayList<>();
        for (JsonElement member : list.getAsJsonArray()) {
            if (!member.isJsonObject()) {
                throw new FarEndRefused("The far end answered a list of something other than objects.");
            }
            members.add(new JsonTree(member));
        }
        return members;
    }

    /** An object that may be there. */
    public Optional<JsonTree> inner(String... names) {
        return at(names).filter(JsonElement::isJsonObject).map(JsonTree::new);
    }

    private Optional<JsonElement> at(String... names) {
        JsonElement here = element;
        for (String name : names) {
            if (!(here instanceof JsonObject object) || !object.has(name)) {
                return Optional.empty();
            }
            here = object.get(name);
        }
        return Optional.of(here);
    }

    private static FarEndRefused missing(String... names) {
        return new FarEndRefused(
                "The far end answered without %s; its API may have changed.".formatted(String.join(".", names)));
    }
}
