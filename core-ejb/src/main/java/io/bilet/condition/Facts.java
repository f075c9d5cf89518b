package io.bilet.condition;

import io.bilet.platform.text.Folding;
import org.jspecify.annotations.Nullable;

/** What is known at one instant about the thing a condition is asked of. */
public interface Facts {

    /**
     * The value of a field: text, number, boolean, {@link java.time.Instant} or a collection of texts, as the type of
     * the field says; null when it is not known. References are given in their outside form.
     */
    @Nullable
    Object value(String field);

    /** The value the field had when the event began; the present one where nothing tells of change. */
    default @Nullable Object before(String field) {
        return value(field);
    }

    /** Under this name the instant is known at which they are asked; no condition can ask for it. */
    String NOW = "now";

    /** The value as text, without letter case and compatibility forms; empty when it is not known. */
    default String folded(String field) {
        Object value = value(field);
        return value == null ? "" : Folding.fold(value.toString());
    }
}
