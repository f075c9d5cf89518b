package io.bilet.decision;

import org.jspecify.annotations.Nullable;

/**
 * What decided.
 *
 * @param type lower snake case, such as {@code routing_rule}
 * @param id in its outside form; null for what is built in
 * @param version of the rule at that time
 */
public record Subject(
        String type, @Nullable String id, @Nullable Integer version) {

    /** Something built in. */
    public static Subject builtIn(String type) {
        return new Subject(type, null, null);
    }
}
