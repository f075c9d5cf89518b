package io.bilet.platform.text;

import io.bilet.platform.error.InvalidInput;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Tags are stored as words between blanks; they are words without blanks by their own rule. */
@Converter
public class Tags implements AttributeConverter<SortedSet<String>, String> {

    /** Most tags in one place. */
    public static final int TAGS_MAX = 50;

    private static final Pattern TAG = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{M}\\p{N}_.:/-]{0,59}");

    /**
     * Tags in the form in which they are kept: lower case, sorted, each once.
     *
     * @throws InvalidInput naming {@code pointer} if one is no word of 1 to 60 letters, digits or {@code _.:/-}, or if
     *     there are too many
     */
    public static SortedSet<String> normalise(Collection<String> tags, String pointer) {
        SortedSet<String> normal = new TreeSet<>();
        for (String tag : tags) {
            String lower = tag.toLowerCase(Locale.ROOT);
            if (!TAG.matcher(lower).matches()) {
                throw new InvalidInput(
                        pointer,
                        "invalid_tag",
                        "A tag is one word of 1 to 60 letters, digits or the characters _ . : / and -.");
            }
            normal.add(lower);
        }
        if (normal.size() > TAGS_MAX) {
            throw new InvalidInput(pointer, "too_many", "At most %d tags are allowed.".formatted(TAGS_MAX));
        }
        return normal;
    }

    @Override
    public String convertToDatabaseColumn(SortedSet<String> tags) {
        return String.join(" ", tags);
    }

    @Override
    public SortedSet<String> convertToEntityAttribute(String column) {
        return column.isEmpty() ? new TreeSet<>() : new TreeSet<>(Arrays.asList(column.split(" ")));
    }
}
