package io.bilet.spi;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One setting of a plugin, as administrators see and fill it in.
 *
 * @param name 1 to 64 lower-case letters, digits, hyphens, underscores and dots, beginning with a letter
 * @param kind what a value must be
 * @param description one English sentence for the administrator, 1 to 300 characters
 * @param required whether the plugin cannot work without it
 * @param fallback what counts where nothing is set; empty for secrets and required settings
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
public record Setting(String name, Kind kind, String description, boolean required, Optional<String> fallback) {

    private static final int DESCRIPTION_MAX = 300;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{0,63}");

    /** What a value must be. */
    public enum Kind {
        /** 1 to 2,000 characters. */
        TEXT,
        /** As {@link #TEXT}; stored sealed, and never shown again. */
        SECRET,
        /** An address with {@code https}, or {@code http}. */
        URL,
        /** A whole number in decimal digits. */
        WHOLE_NUMBER,
        /** {@code true} or {@code false}. */
        FLAG
    }

    /** Checks the shapes above. */
    public Setting {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The name of a setting has lower-case letters, digits, _, - and dots.");
        }
        if (description.isBlank() || description.length() > DESCRIPTION_MAX) {
            throw new IllegalArgumentException("A setting needs a description of at most 300 characters.");
        }
        if (fallback.isPresent() && (required || kind == Kind.SECRET)) {
            throw new IllegalArgumentException("Neither a secret nor a required setting has a fallback.");
        }
    }

    /** A setting without which the plugin cannot work. */
    public static Setting required(String name, Kind kind, String description) {
        return new Setting(name, kind, description, true, Optional.empty());
    }

    /** A setting that may be left out. */
    public static Setting optional(String name, Kind kind, String description) {
        return new Setting(name, kind, description, false, Optional.empty());
    }

    /** A setting with a value that counts where none is set. */
    public static Setting withFallback(String name, Kind kind, String description, String fallback) {
        return new Setting(name, kind, description, false, Optional.of(fallback));
    }
}
