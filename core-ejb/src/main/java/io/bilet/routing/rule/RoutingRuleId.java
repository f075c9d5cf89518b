package io.bilet.routing.rule;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one routing rule; written {@code rtr_…} outside. */
public record RoutingRuleId(UUID value) {

    private static final String PREFIX = "rtr";

    public static RoutingRuleId next() {
        return new RoutingRuleId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static RoutingRuleId parse(String text) {
        return new RoutingRuleId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
