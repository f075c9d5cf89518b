package io.bilet.condition;

import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When something applies: a tree of all, any, not and checks. Immutable; used by many threads. */
public sealed interface Condition permits All, Any, Not, Check {

    /** Whether the facts satisfy it; the quick form, without reasons. */
    boolean matches(Facts facts);

    /** Whether the facts satisfy it, with a reason at every node that was looked at. */
    Evaluation evaluate(Facts facts);

    /**
     * The first check that made the answer what it is.
     *
     * @return empty for a tree without checks, which is always satisfied
     */
    @Nullable
    Check deciding(Facts facts);

    /** Every check of the tree, in the order in which it is written. */
    List<Check> checks();

    /** The form in which it was given and is stored. */
    JsonObject toJson();
}
