package io.bilet.rest.http.schema;

import io.bilet.platform.json.StoredJson;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a JSON text the way two honest readers cannot read differently: UTF-8, one value and nothing after it, no name
 * twice, no half characters, within limits.
 */
public final class StrictJson {

    static final int DEPTH_MAX = 50;
    static final int TEXT_LENGTH_MAX = 1_000_000;
    static final int DIGITS_MAX = 100;

    /** Larger exponents make small texts into numbers that fill the memory. */
    private static final Pattern SANE_NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

    private static final JsonParserFactory PARSERS = JsonProvider.provider().createParserFactory(Map.of());

    private final JsonParser parser;

    private StrictJson(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads the only value of the text.
     *
     * @throws MalformedBody if it cannot be read
     */
    public static JsonValue read(byte[] utf8) {
        String text = decode(utf8);
        if (text.isBlank()) {
            throw malformed("", "empty", "A JSON text is expected.");
        }
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            JsonValue value = new StrictJson(parser).value(parser.next(), "", 0);
            if (parser.hasNext()) {
                throw malformed("", "trailing_text", "Nothing may follow the JSON value.");
            }
            return value;
        } catch (JsonParsingException e) {
            throw malformed("", "not_json", place(e.getLocation()));
        } catch (JsonException | NoSuchElementException | IllegalStateException e) {
            throw malformed("", "not_json", "This is not a whole JSON text.");
        }
    }

    private JsonValue value(Event event, String pointer, int depth) {
        if (depth > DEPTH_MAX) {
            throw malformed(pointer, "depth", "More than %d levels are not read.".formatted(DEPTH_MAX));
        }
        return switch (event) {
            case START_OBJECT -> object(pointer, depth);
            case START_ARRAY -> array(pointer, depth);
            case VALUE_STRING -> StoredJson.text(text(pointer));
            case VALUE_NUMBER -> number(pointer);
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            case VALUE_NULL -> JsonValue.NULL;
            case END_ARRAY, END_OBJECT, KEY_NAME -> throw malformed(pointer, "not_json", "This is not a JSON text.");
        };
    }

    private JsonValue object(String pointer, int depth) {
        JsonObjectBuilder object = StoredJson.object();
        Set<String> names = new HashSet<>();
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            String name = text(pointer);
            String place = pointer + "/" + Json.encodePointer(name);
            if (!names.add(name)) {
                throw malformed(place, "duplicate_field", "A field may be given once.");
            }
            object.add(name, value(parser.next(), place, depth + 1));
        }
        return object.build();
    }

    private JsonValue array(String pointer, int depth) {
        JsonArrayBuilder array = StoredJson.array();
        int index = 0;
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            array.add(value(event, pointer + "/" + index++, depth + 1));
        }
        return array.build();
    }

    private String text(String pointer) {
        String text = parser.getString();
        if (text.length() > TEXT_LENGTH_MAX) {
            throw malformed(pointer, "length", "A text of more than a million characters is not read.");
        }
        if (!isWhole(text)) {
            throw malformed(pointer, "invalid_character", "A text has no NUL and no half of a character.");
        }
        return text;
    }

    private JsonValue number(String pointer) {
        String digits = parser.getString();
        if (digits.length() > DIGITS_MAX || !SANE_NUMBER.matcher(digits).matches()) {
            throw malformed(pointer, "number", "A number of more than 100 digits is not read.");
        }
        return parser.getValue();
    }

    /** Whether every surrogate has its other half, and no NUL ends the text for readers in other languages. */
    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == '\0' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static String decode(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("", "encoding", "The text is not UTF-8.");
        }
    }

    private static String place(JsonLocation location) {
        return "This is not JSON at line %d, column %d."
                .formatted(location.getLineNumber(), location.getColumnNumber());
    }

    private static MalformedBody malformed(String pointer, String code, String detail) {
        return new MalformedBody(List.of(Findings.error(pointer, code, detail)));
    }
}
