package io.bilet.condition;

import static io.bilet.condition.Operator.AFTER;
import static io.bilet.condition.Operator.AT_LEAST;
import static io.bilet.condition.Operator.AT_MOST;
import static io.bilet.condition.Operator.BEFORE;
import static io.bilet.condition.Operator.CHANGED;
import static io.bilet.condition.Operator.CHANGED_FROM;
import static io.bilet.condition.Operator.CHANGED_TO;
import static io.bilet.condition.Operator.CONTAINS;
import static io.bilet.condition.Operator.CONTAINS_NOT;
import static io.bilet.condition.Operator.CONTAINS_WORDS;
import static io.bilet.condition.Operator.ENDS_WITH;
import static io.bilet.condition.Operator.GAINED;
import static io.bilet.condition.Operator.GREATER_THAN;
import static io.bilet.condition.Operator.INCLUDES_ALL;
import static io.bilet.condition.Operator.INCLUDES_ANY;
import static io.bilet.condition.Operator.INCLUDES_NONE;
import static io.bilet.condition.Operator.IN_DOMAIN;
import static io.bilet.condition.Operator.IS;
import static io.bilet.condition.Operator.IS_NOT;
import static io.bilet.condition.Operator.LESS_THAN;
import static io.bilet.condition.Operator.LOST;
import static io.bilet.condition.Operator.MATCHES;
import static io.bilet.condition.Operator.NONE_OF;
import static io.bilet.condition.Operator.OLDER_THAN;
import static io.bilet.condition.Operator.ONE_OF;
import static io.bilet.condition.Operator.PRESENT;
import static io.bilet.condition.Operator.STARTS_WITH;
import static io.bilet.condition.Operator.WAS;
import static io.bilet.condition.Operator.WITHIN_LAST;
import static io.bilet.condition.Operator.WITHIN_NEXT;

import io.bilet.platform.json.Wire;
import java.util.EnumSet;
import java.util.Set;

/** What kind of fact a field is; decides which operators it knows and what it may be compared with. */
public enum FieldType {
    /** Free text. Letter case and compatibility forms never matter. */
    TEXT,
    /** An e-mail address or a domain name. */
    ADDRESS,
    /** One of a fixed list of words. */
    CHOICE,
    /** One of a fixed list of words that have an order, lowest first. */
    LEVEL,
    /** The id of something else. */
    REFERENCE,
    /** A number. */
    NUMBER,
    /** Yes or no. */
    FLAG,
    /** An instant. */
    TIME,
    /** A day of the calendar, in no zone; written as in {@code 2026-11-23}. */
    DATE,
    /** Several words without order, as tags are. */
    SET;

    /** The operators a field of this type knows. */
    public Set<Operator> operators() {
        return switch (this) {
            case TEXT -> text();
            case ADDRESS -> with(text(), IN_DOMAIN);
            case CHOICE, REFERENCE -> eventful(EnumSet.of(IS, IS_NOT, ONE_OF, NONE_OF, PRESENT));
            case LEVEL, NUMBER ->
                eventful(with(
                        EnumSet.of(IS, IS_NOT, ONE_OF, NONE_OF, PRESENT), GREATER_THAN, LESS_THAN, AT_LEAST, AT_MOST));
            case FLAG -> eventful(EnumSet.of(IS, PRESENT));
            case TIME -> EnumSet.of(BEFORE, AFTER, OLDER_THAN, WITHIN_LAST, WITHIN_NEXT, PRESENT, CHANGED);
            case DATE ->
                eventful(with(
                        EnumSet.of(IS, IS_NOT, ONE_OF, NONE_OF, PRESENT),
                        BEFORE,
                        AFTER,
                        OLDER_THAN,
                        WITHIN_LAST,
                        WITHIN_NEXT));
            case SET -> with(EnumSet.of(INCLUDES_ANY, INCLUDES_ALL, INCLUDES_NONE, PRESENT), CHANGED, GAINED, LOST);
        };
    }

    /** The name in the API. */
    public String outside() {
        return Wire.of(this);
    }

    private static Set<Operator> text() {
        return with(
                eventful(EnumSet.of(IS, IS_NOT, ONE_OF, NONE_OF, PRESENT)),
                CONTAINS,
                CONTAINS_NOT,
                CONTAINS_WORDS,
                STARTS_WITH,
                ENDS_WITH,
                MATCHES);
    }

    private static Set<Operator> eventful(Set<Operator> some) {
        return with(some, CHANGED, CHANGED_FROM, CHANGED_TO, WAS);
    }

    private static Set<Operator> with(Set<Operator> some, Operator... more) {
        some.addAll(Set.of(more));
        return some;
    }
}
