package io.bilet.field;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one custom field; written {@code fld_…} outside. */
public record CustomFieldId(UUID value) {

    private static final String PREFIX = "fld";

    public static CustomFieldId next() {
        return new CustomFieldId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static CustomFieldId parse(String text) {
        return new CustomFieldId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
