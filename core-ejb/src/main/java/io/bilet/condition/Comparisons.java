package io.bilet.condition;

import io.bilet.condition.Check.Comparison;
import io.bilet.platform.text.Folding;
import io.bilet.platform.typed.Dates;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** The comparison of each operator, made once when a condition is read. */
final class Comparisons {

    private Comparisons() {}

    /** With one value of the field's type. */
    static Comparison one(Field field, Operator operator, Object operand) {
        if (operator.eventOnly()) {
            return one(field, Operator.IS, operand);
        }
        return switch (field.type()) {
            case TEXT, ADDRESS -> text(field, operator, Folding.fold(operand.toString()));
            case CHOICE, REFERENCE, FLAG -> equality(operator, operand::equals);
            case LEVEL -> level(field, operator, operand.toString());
            case NUMBER -> number(operator, (BigDecimal) operand);
            case TIME -> time(operator, (Instant) operand);
            case DATE -> date(operator, operand.toString());
            case SET -> throw unknown(operator);
        };
    }

    /** With the instant at which it is asked, and a duration. */
    static Comparison ago(Operator operator, Duration duration) {
        return (facts, actual) -> facts.value(Facts.NOW) instanceof Instant now
                && switch (operator) {
                    case OLDER_THAN -> instant(actual).isBefore(now.minus(duration));
                    case WITHIN_LAST -> liesIn(instant(actual), now.minus(duration), now);
                    case WITHIN_NEXT -> liesIn(instant(actual), now, now.plus(duration));
                    default -> throw unknown(operator);
                };
    }

    /** A date counts from its beginning in UTC: whoever wrote it named no zone. */
    private static Instant instant(Object actual) {
        return actual instanceof Instant instant ? instant : Dates.beginning(actual.toString());
    }

    private static boolean liesIn(Instant actual, Instant from, Instant to) {
        return !actual.isBefore(from) && !actual.isAfter(to);
    }

    /** With one to many values of the field's type. */
    static Comparison several(Field field, Operator operator, List<Object> operands) {
        if (operator.eventOnly()) {
            return several(field, Operator.INCLUDES_ANY, operands);
        }
        return switch (field.type()) {
            case TEXT, ADDRESS -> texts(field, operator, folded(operands));
            case CHOICE, REFERENCE, LEVEL, DATE -> equality(operator, Set.copyOf(operands)::contains);
            case NUMBER ->
                equality(operator, actual -> operands.stream().anyMatch(one -> compare(actual, (BigDecimal) one) == 0));
            case SET -> set(operator, Set.copyOf(words(operands)));
            case FLAG, TIME -> throw unknown(operator);
        };
    }

    private static Comparison text(Field field, Operator operator, String operand) {
        String name = field.name();
        return switch (operator) {
            case IS -> (facts, actual) -> facts.folded(name).equals(operand);
            case IS_NOT -> (facts, actual) -> !facts.folded(name).equals(operand);
            case CONTAINS -> (facts, actual) -> facts.folded(name).contains(operand);
            case CONTAINS_NOT -> (facts, actual) -> !facts.folded(name).contains(operand);
            case STARTS_WITH -> (facts, actual) -> facts.folded(name).startsWith(operand);
            case ENDS_WITH -> (facts, actual) -> facts.folded(name).endsWith(operand);
            case IN_DOMAIN -> (facts, actual) -> Words.liesIn(facts.folded(name), operand);
            default -> throw unknown(operator);
        };
    }

    private static Comparison texts(Field field, Operator operator, List<String> operands) {
        String name = field.name();
        Set<String> set = new HashSet<>(operands);
        return switch (operator) {
            case ONE_OF -> (facts, actual) -> set.contains(facts.folded(name));
            case NONE_OF -> (facts, actual) -> !set.contains(facts.folded(name));
            case CONTAINS_WORDS -> (facts, actual) -> Words.containsAny(facts.folded(name), operands);
            default -> throw unknown(operator);
        };
    }

    private static Comparison equality(Operator operator, Predicate<Object> equal) {
        return switch (operator) {
            case IS, ONE_OF -> (facts, actual) -> equal.test(actual);
            case IS_NOT, NONE_OF -> (facts, actual) -> !equal.test(actual);
            default -> throw unknown(operator);
        };
    }

    private static Comparison level(Field field, Operator operator, String operand) {
        int wanted = field.choices().indexOf(operand);
        IntPredicate holds = ordering(operator);
        return (facts, actual) -> holds.test(Integer.compare(field.choices().indexOf(actual.toString()), wanted));
    }

    private static Comparison number(Operator operator, BigDecimal operand) {
        IntPredicate holds = ordering(operator);
        return (facts, actual) -> holds.test(compare(actual, operand));
    }

    private static int compare(Object actual, BigDecimal operand) {
        return new BigDecimal(actual.toString()).compareTo(operand);
    }

    private static Comparison time(Operator operator, Instant operand) {
        return switch (operator) {
            case BEFORE -> (facts, actual) -> ((Instant) actual).isBefore(operand);
            case AFTER -> (facts, actual) -> ((Instant) actual).isAfter(operand);
            default -> throw unknown(operator);
        };
    }

    private static Comparison date(Operator operator, String operand) {
        return switch (operator) {
            case BEFORE -> (facts, actual) -> actual.toString().compareTo(operand) < 0;
            case AFTER -> (facts, actual) -> actual.toString().compareTo(operand) > 0;
            default -> equality(operator, operand::equals);
        };
    }

    private static Comparison set(Operator operator, Set<String> operands) {
        return switch (operator) {
            case INCLUDES_ANY -> (facts, actual) -> members(actual).stream().anyMatch(operands::contains);
            case INCLUDES_NONE -> (facts, actual) -> members(actual).stream().noneMatch(operands::contains);
            case INCLUDES_ALL -> (facts, actual) -> members(actual).containsAll(operands);
            default -> throw unknown(operator);
        };
    }

    private static IntPredicate ordering(Operator operator) {
        return switch (operator) {
            case IS -> order -> order == 0;
            case IS_NOT -> order -> order != 0;
            case GREATER_THAN -> order -> order > 0;
            case LESS_THAN -> order -> order < 0;
            case AT_LEAST -> order -> order >= 0;
            case AT_MOST -> order -> order <= 0;
            default -> throw unknown(operator);
        };
    }

    private static List<String> members(Object actual) {
        return words((Collection<?>) actual);
    }

    /** Words are kept in lower case, and differ in nothing else. */
    static List<String> words(Collection<?> texts) {
        return texts.stream()
                .map(text -> text.toString().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<String> folded(Collection<?> texts) {
        return texts.stream().map(text -> Folding.fold(text.toString())).toList();
    }

    private static IllegalArgumentException unknown(Operator operator) {
        return new IllegalArgumentException("No such comparison: " + operator);
    }
}
