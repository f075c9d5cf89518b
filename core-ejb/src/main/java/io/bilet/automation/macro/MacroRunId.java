package io.bilet.automation.macro;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one macro run; written {@code mrn_…} outside. */
public record MacroRunId(UUID value) {

    private static final String PREFIX = "mrn";

    public static MacroRunId next() {
        return new MacroRunId(PublicId.next());
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
