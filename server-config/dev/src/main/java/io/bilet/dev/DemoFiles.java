package io.bilet.dev;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of {@code server-config/demo-data}: what the API takes, with references by name. {@code "@groups/Hardware"}
 * stands for the id of the group of that name.
 */
final class DemoFiles {

    private static final char REFERENCE = '@';

    private final Map<String, String> ids = new HashMap<>();

    /** The objects of one file. */
    List<JsonObject> read(String file) throws IOException {
        String name = "/demo-data/" + file + ".json";
        try (InputStream stream = DemoFiles.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("There is no " + name + ".");
            }
            try (JsonReader reader = Json.createReader(stream)) {
                return reader.readArray().getValuesAs(JsonObject.class);
            }
        }
    }

    /** Makes an object known to references from others. */
    void remember(String resource, String name, String id) {
        ids.put(resource + "/" + name, id);
    }

    /** The same object with ids in place of references. */
    JsonObject resolved(JsonObject object) {
        return resolve(object).asJsonObject();
    }

    String id(String reference) {
        String id = ids.get(reference.substring(1));
        if (id == null) {
            throw new IllegalArgumentException("Nothing is known by " + reference + ".");
        }
        return id;
    }

    private JsonValue resolve(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> {
                JsonObjectBuilder object = Json.createObjectBuilder();
                value.asJsonObject().forEach((name, member) -> object.add(name, resolve(member)));
                yield object.build();
            }
            case ARRAY -> {
                JsonArrayBuilder array = Json.createArrayBuilder();
                value.asJsonArray().forEach(element -> array.add(resolve(element)));
                yield array.build();
            }
            case STRING -> {
                String text = ((JsonString) value).getString();
                yield text.indexOf(REFERENCE) == 0 ? Json.createValue(id(text)) : value;
            }
            default -> value;
        };
    }
}
