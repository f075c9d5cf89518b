package io.bilet.platform.text;

import io.bilet.platform.error.InvalidInput;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** Language tags as BCP 47 writes them; several are stored as words between blanks. */
@Converter
public class Languages implements AttributeConverter<SortedSet<String>, String> {

    private static final int LENGTH_MAX = 35;
    private static final int LANGUAGES_MAX = 20;

    /**
     * A tag in its usual spelling: {@code en-GB} for {@code EN-gb}.
     *
     * @throws InvalidInput naming {@code pointer} if it is no well-formed tag of at most 35 characters with a language
     */
    public static String canonical(String tag, String pointer) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            String canonical = locale.toLanguageTag();
            if (!locale.getLanguage().isEmpty() && canonical.length() <= LENGTH_MAX) {
                return canonical;
            }
        } catch (IllformedLocaleException e) {
            // answered below, without the parser's wording
        }
        throw new InvalidInput(pointer, "invalid_language", "A BCP 47 language tag such as en-GB was expected.");
    }

    /** Several tags, sorted, each once. */
    public static SortedSet<String> canonical(Collection<String> tags, String pointer) {
        SortedSet<String> canonical = new TreeSet<>();
        tags.forEach(tag -> canonical.add(canonical(tag, pointer)));
        if (canonical.size() > LANGUAGES_MAX) {
            throw new InvalidInput(pointer, "too_many", "At most %d languages are allowed.".formatted(LANGUAGES_MAX));
        }
        return canonical;
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
