package io.bilet.automation.action;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.InvalidInput;
import jakarta.json.JsonObject;
import java.util.Map;

/** One thing that a rule or a macro does to a ticket. Immutable; used by many threads. */
public interface Action {

    /** As it was written and is stored, with its {@code kind}. */
    JsonObject toJson();

    /**
     * Does it; what holds already is not done again. What the ticket does not allow is refused.
     *
     * @throws BiletException if the ticket does not allow it as it stands, or what it names is gone
     */
    void on(Stage stage);

    /**
     * What it decides, and how: single values, named as in the API. Two actions of one list must not decide the same
     * differently, and of two rules in one go the first wins.
     */
    default Map<String, String> decides() {
        return Map.of();
    }

    /**
     * Sees to it that everything it names exists.
     *
     * @param pointer where the action stands in the request
     * @throws InvalidInput naming what is not known
     */
    default void requireReferences(References known, String pointer) {}

    /** The name of its kind, as in JSON. */
    default String kind() {
        return toJson().getString(ActionReader.KIND);
    }
}
