package io.bilet.platform.config;

import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A setting that has a range; default and ends are written as settings are.
 *
 * @param reader reads its value and the ends of its range
 */
public record Setting<T extends Comparable<T>>(
        String name, String otherwise, String min, String max, Function<String, T> reader) {

    private static final Map<Type, Function<String, ? extends Comparable<?>>> READERS =
            Map.of(int.class, Integer::valueOf, long.class, Long::valueOf, Duration.class, Duration::parse);

    public static Setting<Duration> duration(String name, String otherwise, String min, String max) {
        return new Setting<>(name, otherwise, min, max, Duration::parse);
    }

    /** One that is injected. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // each reader reads things that compare with each other
    static Setting<?> of(ConfigProperty property, Type type, Within range) {
        Function<String, ? extends Comparable<?>> reader = READERS.get(type);
        if (reader == null) {
            throw new IllegalStateException(property.name() + " is of a type that has no ranges: " + type);
        }
        return new Setting(property.name(), property.defaultValue(), range.min(), range.max(), reader);
    }

    /**
     * The configured value.
     *
     * @throws IllegalStateException saying what is allowed, if it is not in the range or cannot be read
     */
    public T read(Config config) {
        String text = config.getOptionalValue(name, String.class).orElse(otherwise);
        try {
            T value = reader.apply(text);
            if (value.compareTo(reader.apply(min)) >= 0 && value.compareTo(reader.apply(max)) <= 0) {
                return value;
            }
        } catch (NumberFormatException | DateTimeException unreadable) {
            throw new IllegalStateException(complaint(text), unreadable);
        }
        throw new IllegalStateException(complaint(text));
    }

    private String complaint(String text) {
        return "%s is %s; %s to %s is allowed.".formatted(name, text, min, max);
    }
}
