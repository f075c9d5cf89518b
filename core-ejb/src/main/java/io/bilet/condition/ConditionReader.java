package io.bilet.condition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads conditions strictly: every member, field, operator and value must be known and of the right type. */
@ApplicationScoped
public class ConditionReader {

    /** Deeper trees cannot be understood by the people who have to explain them. */
    static final int DEPTH_MAX = 8;

    static final int NODES_MAX = 100;

    /** Characters of the JSON text. */
    static final int TEXT_LENGTH_MAX = 65_536;

    /** Characters of one text to compare with. */
    static final int VALUE_LENGTH_MAX = 500;

    /** Entries of one list to compare with. */
    static final int LIST_LENGTH_MAX = 100;

    private static final Set<String> CHECK_MEMBERS = Set.of("field", "operator", "value");

    @Inject
    private FieldRegistry fields;

    @SuppressWarnings("NullAway.Init")
    protected ConditionReader() {} // for CDI

    /** A reader of conditions over the given fields, for use outside a container. */
    @SuppressWarnings("UnnecessaryAssignment") // by hand here, by CDI there
    public ConditionReader(FieldRegistry fields) {
        this.fields = fields;
    }

    /**
     * Reads a condition.
     *
     * @param pointer where it stands in the request, as a JSON Pointer
     * @throws MalformedCondition naming every place that is not written in the language
     * @throws io.bilet.platform.error.InvalidInput naming every place that breaks a rule or a bound
     */
    public Condition read(JsonValue json, String pointer) {
        return read(json, pointer, new Reading(false));
    }

    /** As {@link #read}, for rules that act on events: they may also ask what an event is and what it changed. */
    public Condition readForEvents(JsonValue json, String pointer) {
        return read(json, pointer, new Reading(true));
    }

    private static Condition read(JsonValue json, String pointer, Reading reading) {
        reading.requireBounded(json, pointer);
        Condition condition = reading.node(json, pointer, 1);
        reading.findings.throwIfAny();
        return condition;
    }

    private final class Reading {

        private final Findings findings = new Findings();
        private final ValueReader values = new ValueReader(findings);
        private final boolean forEvents;
        private int nodes;

        Reading(boolean forEvents) {
            this.forEvents = forEvents;
        }

        void requireBounded(JsonValue json, String pointer) {
            if (json.toString().length() > TEXT_LENGTH_MAX) {
                findings.refused(pointer, "too_long", "A condition has at most 65536 characters of JSON.");
                findings.throwIfAny();
            }
        }

        /** Reads one node; whatever is wrong with it is found, and a stand-in returned. */
        Condition node(JsonValue json, String pointer, int depth) {
            if (!(json instanceof JsonObject object) || object.isEmpty()) {
                findings.malformed(pointer, "wrong_type", "A condition is an object with all, any, not or field.");
                return All.ALWAYS;
            }
            if (depth > DEPTH_MAX || ++nodes > NODES_MAX) {
                findings.refused(pointer, "too_large", "A condition has at most 8 levels and 100 nodes.");
                findings.throwIfAny();
            }
            if (object.containsKey("field")) {
                return check(object, pointer);
            }
            return branch(object, pointer, depth);
        }

        private Condition branch(JsonObject object, String pointer, int depth) {
            String op = object.keySet().iterator().next();
            if (object.size() > 1 || !Set.of("all", "any", "not").contains(op)) {
                findings.malformed(
                        pointer, "unknown_member", "Exactly one of all, any, not or field is expected here.");
                return All.ALWAYS;
            }
            JsonValue below = member(object, op);
            String place = pointer + "/" + op;
            return op.equals("not") ? new Not(node(below, place, depth + 1)) : branch(op, below, place, depth);
        }

        private Condition branch(String op, JsonValue below, String place, int depth) {
            if (!(below instanceof JsonArray array)) {
                findings.malformed(place, "wrong_type", "A list of conditions is expected here.");
                return All.ALWAYS;
            }
            List<Condition> children = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                children.add(node(array.get(i), place + "/" + i, depth + 1));
            }
            if (op.equals("all")) {
                return new All(children);
            }
            if (children.isEmpty()) {
                findings.refused(
                        place, "too_few", "Any of nothing would never apply; at least one condition is needed.");
            }
            return new Any(children);
        }

        private Condition check(JsonObject object, String pointer) {
            object.keySet().stream()
                    .filter(member -> !CHECK_MEMBERS.contains(member))
                    .forEach(member -> findings.malformed(
                            pointer, "unknown_member", "A check has the members field, operator and value only."));
            Optional<Field> field = field(member(object, "field"), pointer + "/field");
            if (field.isEmpty()) {
                return All.ALWAYS;
            }
            Optional<Operator> operator = operator(member(object, "operator"), field.get(), pointer + "/operator");
            if (!object.containsKey("value")) {
                findings.malformed(pointer + "/value", "missing", "A check needs a value.");
            }
            operator.ifPresent(known -> requireAskable(field.get(), known, pointer));
            return operator.isEmpty() || !object.containsKey("value")
                    ? All.ALWAYS
                    : values.check(field.get(), operator.get(), member(object, "value"), pointer + "/value");
        }

        private void requireAskable(Field field, Operator operator, String pointer) {
            if (!forEvents && (field.ofEvent() || operator.eventOnly())) {
                findings.refused(
                        pointer, "only_for_events", "Only rules that act on events can ask what an event changed.");
            }
        }

        private JsonValue member(JsonObject object, String name) {
            return object.getOrDefault(name, JsonValue.NULL);
        }

        private Optional<Field> field(JsonValue name, String place) {
            if (!(name instanceof JsonString text)) {
                findings.malformed(place, "wrong_type", "The name of a field is expected here.");
                return Optional.empty();
            }
            Optional<Field> field = fields.find(text.getString());
            if (field.isEmpty()) {
                findings.malformed(place, "unknown_field", "There is no such field; see /condition-fields.");
            }
            return field;
        }

        private Optional<Operator> operator(JsonValue name, Field field, String place) {
            if (!(name instanceof JsonString text)) {
                findings.malformed(place, "wrong_type", "The name of an operator is expected here.");
                return Optional.empty();
            }
            Optional<Operator> operator = Operator.named(text.getString(), field.type());
            if (operator.isEmpty()) {
                findings.malformed(
                        place, "unknown_operator", "The field %s has no such operator.".formatted(field.name()));
            }
            return operator;
        }
    }
}
