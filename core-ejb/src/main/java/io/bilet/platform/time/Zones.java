package io.bilet.platform.time;

import io.bilet.platform.error.InvalidInput;
import java.time.ZoneId;
import java.util.Set;

/** Time zones by their IANA names. */
public final class Zones {

    private static final Set<String> NAMES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private Zones() {}

    /**
     * The zone of that name.
     *
     * @throws InvalidInput naming {@code pointer} if the time zone database has no such region; offsets are none
     */
    public static ZoneId parse(String name, String pointer) {
        if (!NAMES.contains(name)) {
            throw new InvalidInput(
                    pointer, "unknown_time_zone", "An IANA time zone such as Europe/Istanbul was expected.");
        }
        return ZoneId.of(name);
    }
}
