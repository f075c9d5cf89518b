package io.bilet.condition;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts that are looked up and folded at most once, for many conditions in a row; used by one thread. */
public final class FactSheet implements Facts {

    private static final Object UNKNOWN = new Object();

    private final Facts source;
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, String> folded = new HashMap<>();

    public FactSheet(Facts source) {
        this.source = source;
    }

    @Override
    public @Nullable Object value(String field) {
        Object known = values.get(field);
        if (known == null) {
            Object asked = source.value(field);
            known = asked == null ? UNKNOWN : asked;
            values.put(field, known);
        }
        return known == UNKNOWN ? null : known;
    }

    @Override
    public @Nullable Object before(String field) {
        return source.before(field);
    }

    @Override
    public String folded(String field) {
        String known = folded.get(field);
        if (known == null) {
            known = Facts.super.folded(field);
            folded.put(field, known);
        }
        return known;
    }

    /** Forgets one field, because a rule has just changed it. */
    public void forget(String field) {
        values.remove(field);
        folded.remove(field);
    }
}
