package io.bilet.view;

import io.bilet.condition.Check;
import io.bilet.condition.FieldType;
import io.bilet.condition.Operator;
import io.bilet.platform.database.Like;
import io.bilet.platform.text.Folding;
import io.bilet.platform.typed.ValueRules;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One check of a value that an administrator added, as SQL that is true or false exactly when memory says so: whether
 * there is, or is not, a row that passes a test. What has no value has no row, so only negative checks hold for it.
 */
final class StoredValueCheck {

    private static final String LIKE = "v.word LIKE :%s ESCAPE '!'";

    /** Between two numbers that the database keeps lies as much. */
    private static final BigDecimal STEP = BigDecimal.ONE.movePointLeft(ValueRules.DECIMALS_MAX);

    private final Check check;
    private final StoredValues values;
    private final Map<String, Object> parameters;
    private final Instant now;

    StoredValueCheck(Check check, StoredValues values, Map<String, Object> parameters, Instant now) {
        this.check = check;
        this.values = values;
        this.parameters = parameters;
        this.now = now;
    }

    /** Empty if the database cannot say it alike. */
    Optional<String> write() {
        Operator operator = check.operator();
        return switch (operator) {
            case PRESENT -> Optional.of(exists("TRUE", check.expected().equals(JsonValue.TRUE)));
            case IS, ONE_OF, INCLUDES_ANY -> Optional.of(exists(isOneOf(), true));
            case IS_NOT, NONE_OF, INCLUDES_NONE -> Optional.of(exists(isOneOf(), false));
            case INCLUDES_ALL ->
                Optional.of(values.count(parameter(values.key()), isOneOf()) + " = "
                        + operands().distinct().count());
            case CONTAINS -> Optional.of(exists(like(Like.containing(operand())), true));
            case CONTAINS_NOT -> Optional.of(exists(like(Like.containing(operand())), false));
            case STARTS_WITH -> Optional.of(exists(like(Like.prefix(operand())), true));
            case ENDS_WITH -> Optional.of(exists(like(Like.suffix(operand())), true));
            case GREATER_THAN -> Optional.of(exists(number(true, false), true));
            case LESS_THAN -> Optional.of(exists(number(false, false), true));
            case AT_LEAST -> Optional.of(exists(number(true, true), true));
            case AT_MOST -> Optional.of(exists(number(false, true), true));
            case BEFORE -> Optional.of(exists(word("<", operand()), true));
            case AFTER -> Optional.of(exists(word(">", operand()), true));
            case OLDER_THAN, WITHIN_LAST, WITHIN_NEXT -> Optional.of(exists(near(), true));
            case CONTAINS_WORDS, MATCHES, IN_DOMAIN -> Optional.empty();
            case CHANGED, CHANGED_FROM, CHANGED_TO, WAS, GAINED, LOST -> Optional.empty();
        };
    }

    private String exists(String test, boolean wanted) {
        return (wanted ? "" : "NOT ") + values.exists(parameter(values.key()), test);
    }

    private String isOneOf() {
        if (check.field().type() != FieldType.NUMBER) {
            return "v.word IN (:%s)".formatted(parameter(operands().distinct().toList()));
        }
        List<BigDecimal> storable =
                numbers().filter(StoredValueCheck::isStorable).toList();
        return storable.isEmpty() ? "FALSE" : "v.number IN (:%s)".formatted(parameter(storable));
    }

    private String like(String pattern) {
        return LIKE.formatted(parameter(pattern));
    }

    /**
     * Compares with the next number below that the database could keep, for it rounds what it compares with. Between
     * that one and the number asked for there is none.
     */
    private String number(boolean above, boolean orEqual) {
        BigDecimal asked = numbers().findFirst().orElseThrow();
        boolean exactly = isStorable(asked);
        String sign = above ? (orEqual && exactly ? ">=" : ">") : (orEqual || !exactly ? "<=" : "<");
        return "v.number %s :%s".formatted(sign, parameter(exactly ? asked : below(asked)));
    }

    private static boolean isStorable(BigDecimal number) {
        return number.abs().compareTo(ValueRules.NUMBER_MAX) <= 0
                && number.stripTrailingZeros().scale() <= ValueRules.DECIMALS_MAX;
    }

    /** The greatest number below that could be kept; one beyond all that there are stands for those further out. */
    private static BigDecimal below(BigDecimal number) {
        BigDecimal beyond = ValueRules.NUMBER_MAX.add(BigDecimal.ONE);
        if (number.abs().compareTo(beyond) >= 0) {
            return number.signum() > 0 ? beyond : beyond.negate();
        }
        boolean tiny = number.precision() - (long) number.scale() < -ValueRules.DECIMALS_MAX;
        BigDecimal near =
                tiny ? STEP.multiply(BigDecimal.valueOf(number.signum())).movePointLeft(1) : number;
        return near.setScale(ValueRules.DECIMALS_MAX, RoundingMode.FLOOR);
    }

    private String word(String sign, String word) {
        return "v.word %s :%s".formatted(sign, parameter(word));
    }

    /** A date counts from its beginning in UTC. */
    private String near() {
        Duration duration = Duration.parse(((JsonString) check.expected()).getString());
        return switch (check.operator()) {
            case OLDER_THAN -> word("<", firstFrom(now.minus(duration)));
            case WITHIN_LAST -> between(now.minus(duration), now);
            default -> between(now, now.plus(duration));
        };
    }

    private String between(Instant from, Instant to) {
        return "(%s AND %s)".formatted(word(">=", firstFrom(from)), word("<=", day(to).toString()));
    }

    /** The first day that does not begin before the instant. */
    private static String firstFrom(Instant instant) {
        boolean begins = instant.atZone(ZoneOffset.UTC).toLocalTime().equals(LocalTime.MIDNIGHT);
        return day(instant).plusDays(begins ? 0 : 1).toString();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private String operand() {
        return operands().findFirst().orElseThrow();
    }

    /** What the check compares with, as the rows have it. */
    private Stream<String> operands() {
        return expected()
                .map(value -> value instanceof JsonString text ? Folding.fold(text.getString()) : value.toString());
    }

    private Stream<BigDecimal> numbers() {
        return expected().map(value -> ((JsonNumber) value).bigDecimalValue());
    }

    private Stream<JsonValue> expected() {
        return check.expected() instanceof JsonArray several ? several.stream() : Stream.of(check.expected());
    }

    private String parameter(Object value) {
        String name = "check" + parameters.size();
        parameters.put(name, value);
        return name;
    }
}
