package io.bilet.condition;

import io.bilet.condition.Check.Comparison;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an event made of one field: what it was when the event began, and what it is now. */
final class Turn {

    private final Facts now;
    private final Facts earlier;
    private final @Nullable Object before;
    private final @Nullable Object after;

    Turn(Facts facts, String field) {
        now = facts;
        earlier = facts::before;
        before = known(facts.before(field));
        after = known(facts.value(field));
    }

    boolean holds(Operator operator, Comparison comparison, boolean expected) {
        return switch (operator) {
            case CHANGED -> isChange() == expected;
            case CHANGED_FROM -> isChange() && before != null && comparison.holds(earlier, before);
            case CHANGED_TO -> isChange() && after != null && comparison.holds(now, after);
            case WAS -> before != null && comparison.holds(earlier, before);
            case GAINED -> differs(comparison, after, before);
            case LOST -> differs(comparison, before, after);
            default -> throw new IllegalArgumentException("Not about events: " + operator);
        };
    }

    private boolean isChange() {
        return !Objects.equals(comparable(before), comparable(after));
    }

    /** Whether what is in the one and not in the other satisfies the comparison. */
    private boolean differs(Comparison comparison, @Nullable Object in, @Nullable Object notIn) {
        List<Object> difference = new ArrayList<>(several(in));
        difference.removeAll(several(notIn));
        return !difference.isEmpty() && comparison.holds(now, difference);
    }

    private static Collection<?> several(@Nullable Object value) {
        return value instanceof Collection<?> some ? some : List.of();
    }

    private static @Nullable Object known(@Nullable Object value) {
        return Check.isAbsent(value) ? null : value;
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return new HashSet<>(several);
        }
        return value instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros() : value;
    }
}
