package io.bilet.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template filled in.
 *
 * @param unresolved placeholders that had no value, each once, in the order in which they stand
 */
public record Rendering(String text, List<Unresolved> unresolved) {

    public Rendering {
        unresolved = List.copyOf(unresolved);
    }

    /**
     * A placeholder without a value.
     *
     * @param fallback what the template declares for that case and was written instead; null if it declares nothing
     */
    public record Unresolved(String placeholder, @Nullable String fallback) {}
}
