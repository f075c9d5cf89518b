package io.bilet.people;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one skill; written {@code skl_…} outside. */
public record SkillId(UUID value) {

    private static final String PREFIX = "skl";

    public static SkillId next() {
        return new SkillId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static SkillId parse(String text) {
        return new SkillId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
