package io.bilet.automation.macro;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one macro; written {@code mac_…} outside. */
public record MacroId(UUID value) {

    private static final String PREFIX = "mac";

    public static MacroId next() {
        return new MacroId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static MacroId parse(String text) {
        return new MacroId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
