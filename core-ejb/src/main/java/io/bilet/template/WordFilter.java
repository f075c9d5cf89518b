package io.bilet.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small function of a value, its parameters and the reader.
 *
 * @param parametersMin how many parameters it needs
 * @param parametersMax how many it takes
 */
record WordFilter(String name, int parametersMin, int parametersMax, Change change) {

    /** What a filter does; the parameters are as many as the filter takes. */
    interface Change {
        @Nullable
        Object apply(@Nullable Object value, List<@Nullable Object> parameters, Reader reader);
    }

    boolean takes(int parameters) {
        return parameters >= parametersMin && parameters <= parametersMax;
    }

    @Nullable
    Object apply(@Nullable Object value, List<@Nullable Object> parameters, Reader reader) {
        Object changed = change.apply(value, parameters, reader);
        if (changed instanceof String text && text.length() > Run.OUTPUT_LENGTH_MAX) {
            throw TooCostly.tooLong();
        }
        return changed;
    }
}
