package io.bilet.automation;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A rule as somebody writes it, or a change of one; what is null is left as it is.
 *
 * @param category null leaves it, empty takes the rule out of its category
 * @param position place in the order; for a new rule null is the last place
 */
public record RuleDraft(
        @Nullable String name,
        @Nullable String category,
        @Nullable Integer position,
        @Nullable Boolean active,
        @Nullable JsonObject condition,
        @Nullable JsonArray actions) {}
