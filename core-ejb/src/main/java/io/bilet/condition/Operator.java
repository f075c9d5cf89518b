package io.bilet.condition;

import io.bilet.platform.json.Wire;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a check compares a fact with a value.
 *
 * <p>A fact that is absent satisfies the negative operators and {@code present: false}, and nothing else.
 */
public enum Operator {
    /** Equal; text without regard to letter case. */
    IS(Takes.ONE),
    IS_NOT(Takes.ONE),
    ONE_OF(Takes.SEVERAL),
    NONE_OF(Takes.SEVERAL),
    /** The text occurs anywhere, also inside a word. */
    CONTAINS(Takes.ONE),
    CONTAINS_NOT(Takes.ONE),
    /** At least one of the words or phrases occurs, not inside a longer word. */
    CONTAINS_WORDS(Takes.SEVERAL, false),
    STARTS_WITH(Takes.ONE),
    ENDS_WITH(Takes.ONE),
    /** A pattern in RE2 syntax is found anywhere in the beginning of the text; always in linear time. */
    MATCHES(Takes.ONE, false),
    /** The address or domain lies in a domain or below it. */
    IN_DOMAIN(Takes.ONE),
    GREATER_THAN(Takes.ONE),
    LESS_THAN(Takes.ONE),
    AT_LEAST(Takes.ONE),
    AT_MOST(Takes.ONE),
    BEFORE(Takes.ONE),
    AFTER(Takes.ONE),
    /** Further back than the duration, counted from the instant at which it is asked. */
    OLDER_THAN(Takes.DURATION),
    /** Not further back than the duration, and not to come. */
    WITHIN_LAST(Takes.DURATION),
    /** Not over, and not further ahead than the duration. */
    WITHIN_NEXT(Takes.DURATION),
    INCLUDES_ANY(Takes.SEVERAL),
    INCLUDES_ALL(Takes.SEVERAL),
    INCLUDES_NONE(Takes.SEVERAL),
    /** The fact is known and not empty; with {@code false}, that it is not. */
    PRESENT(Takes.YES_OR_NO),
    /** The event changed it; with {@code false}, that it left it as it was. */
    CHANGED(Takes.YES_OR_NO, false),
    /** The event changed it, and this it was before. */
    CHANGED_FROM(Takes.ONE, false),
    /** The event changed it, and this it is now. */
    CHANGED_TO(Takes.ONE, false),
    /** This it was when the event began, whether or not it still is. */
    WAS(Takes.ONE, false),
    /** The event added at least one of these. */
    GAINED(Takes.SEVERAL, false),
    /** The event took at least one of these away. */
    LOST(Takes.SEVERAL, false);

    /** Where a check can be answered. */
    public enum BackEnd {
        /** On the facts of one event, at once. */
        MEMORY,
        /** On stored tickets, by the database. What it cannot say exactly alike is filtered in memory after it. */
        SQL
    }

    /** What stands in a check's {@code value}. */
    public enum Takes {
        ONE,
        /** A list of 1 to 100. */
        SEVERAL,
        /** An ISO 8601 duration in days, hours and minutes, of up to ten years: {@code P2D}, {@code PT4H}. */
        DURATION,
        YES_OR_NO
    }

    private final Takes takes;
    private final boolean sqlKnowsIt;

    Operator(Takes takes) {
        this(takes, true);
    }

    Operator(Takes takes, boolean sqlKnowsIt) {
        this.takes = takes;
        this.sqlKnowsIt = sqlKnowsIt;
    }

    public Takes takes() {
        return takes;
    }

    public Set<BackEnd> backEnds() {
        return sqlKnowsIt ? EnumSet.allOf(BackEnd.class) : EnumSet.of(BackEnd.MEMORY);
    }

    /** Whether it asks what an event changed, so that it has no meaning for a stored ticket. */
    public boolean eventOnly() {
        return switch (this) {
            case IS, IS_NOT, ONE_OF, NONE_OF, CONTAINS, CONTAINS_NOT, CONTAINS_WORDS, STARTS_WITH, ENDS_WITH -> false;
            case MATCHES, IN_DOMAIN, GREATER_THAN, LESS_THAN, AT_LEAST, AT_MOST, BEFORE, AFTER -> false;
            case OLDER_THAN, WITHIN_LAST, WITHIN_NEXT -> false;
            case INCLUDES_ANY, INCLUDES_ALL, INCLUDES_NONE, PRESENT -> false;
            case CHANGED, CHANGED_FROM, CHANGED_TO, WAS, GAINED, LOST -> true;
        };
    }

    /** Whether an absent fact satisfies it. */
    public boolean negative() {
        return this == IS_NOT || this == NONE_OF || this == CONTAINS_NOT || this == INCLUDES_NONE;
    }

    /** The name in JSON. */
    public String outside() {
        return Wire.of(this);
    }

    static Optional<Operator> named(String outside, FieldType type) {
        return type.operators().stream()
                .filter(operator -> operator.outside().equals(outside))
                .findFirst();
    }
}
