package io.bilet.spi.customer;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Something that an agent says when asking for an action.
 *
 * @param name 2 to 40 lower-case letters, digits and underscores, beginning with a letter
 * @param kind what a value must be
 * @param description one English sentence for the agent, 1 to 300 characters
 * @param required whether the action cannot be asked for without it
 * @param choices the values of {@link Kind#CHOICE}, 1 to 50; empty for the others
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
public record InputField(String name, Kind kind, String description, boolean required, List<String> choices) {

    /** What a value must be. */
    public enum Kind {
        /** 1 to 500 characters. */
        TEXT,
        /** A whole number in decimal digits, 0 to 10^15. */
        WHOLE_NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** One of the choices. */
        CHOICE
    }

    /** Keeps its own list. */
    public InputField {
        choices = List.copyOf(choices);
    }

    /** A field that must be filled in. */
    public static InputField required(String name, Kind kind, String description) {
        return new InputField(name, kind, description, true, List.of());
    }

    /** A field that may be left out. */
    public static InputField optional(String name, Kind kind, String description) {
        return new InputField(name, kind, description, false, List.of());
    }
}
