package io.bilet.template;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The filters a template may use. Those of the library are left out: some read patterns, some multiply what they are
 * given, and none knows the reader's language.
 */
final class WordFilters {

    static final String DEFAULT = "default";
    static final String DATE = "date";

    private static final Map<String, WordFilter> BY_NAME = List.of(
                    new WordFilter(
                            DEFAULT, 1, 1, (value, with, reader) -> Words.isMissing(value) ? with.get(0) : value),
                    new WordFilter(DATE, 1, 1, WordFilters::date),
                    text("upcase", (text, locale) -> text.toUpperCase(locale)),
                    text("downcase", (text, locale) -> text.toLowerCase(locale)),
                    text("capitalize", WordFilters::capitalized),
                    text("strip", (text, locale) -> text.strip()),
                    // Values are escaped where they are written; once more would show the marks.
                    new WordFilter("escape", 0, 0, (value, with, reader) -> value),
                    new WordFilter(
                            "append",
                            1,
                            1,
                            (value, with, reader) -> Words.of(value, reader) + Words.of(with.get(0), reader)),
                    new WordFilter(
                            "prepend",
                            1,
                            1,
                            (value, with, reader) -> Words.of(with.get(0), reader) + Words.of(value, reader)),
                    new WordFilter("truncate", 1, 2, WordFilters::truncated),
                    new WordFilter("first", 0, 0, (value, with, reader) -> at(value, 0)),
                    new WordFilter("last", 0, 0, (value, with, reader) -> at(value, -1)),
                    new WordFilter("size", 0, 0, WordFilters::size),
                    new WordFilter("join", 1, 1, WordFilters::joined))
            .stream()
            .collect(Collectors.toMap(WordFilter::name, Function.identity()));

    private interface Spelling {
        String of(String text, Locale locale);
    }

    private WordFilters() {}

    static @Nullable WordFilter named(String name) {
        return BY_NAME.get(name);
    }

    static Set<String> names() {
        return BY_NAME.keySet();
    }

    private static WordFilter text(String name, Spelling spelling) {
        return new WordFilter(
                name, 0, 0, (value, with, reader) -> spelling.of(Words.of(value, reader), reader.locale()));
    }

    private static @Nullable Object date(@Nullable Object value, List<@Nullable Object> with, Reader reader) {
        return value instanceof Instant instant ? Words.of(instant, String.valueOf(with.get(0)), reader) : value;
    }

    private static String capitalized(String text, Locale locale) {
        return text.isEmpty()
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(locale)
                        + text.substring(text.offsetByCodePoints(0, 1));
    }

    private static String truncated(@Nullable Object value, List<@Nullable Object> with, Reader reader) {
        String text = Words.of(value, reader);
        String end = with.size() > 1 ? String.valueOf(with.get(1)) : "…";
        int length = with.get(0) instanceof Number number ? Math.max(0, number.intValue()) : text.length();
        if (text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        int kept = Math.max(0, length - end.codePointCount(0, end.length()));
        return text.substring(0, text.offsetByCodePoints(0, kept)) + end;
    }

    private static @Nullable Object at(@Nullable Object value, int place) {
        if (!(value instanceof List<?> several) || several.isEmpty()) {
            return null;
        }
        return several.get(place < 0 ? several.size() - 1 : place);
    }

    private static int size(@Nullable Object value, List<@Nullable Object> with, Reader reader) {
        return value instanceof List<?> several
                ? several.size()
                : Words.of(value, reader).length();
    }

    private static String joined(@Nullable Object value, List<@Nullable Object> with, Reader reader) {
        if (value instanceof List<?> several) {
            return several.stream()
                    .map(one -> Words.of(one, reader))
                    .collect(Collectors.joining(Words.of(with.get(0), reader)));
        }
        return Words.of(value, reader);
    }
}
