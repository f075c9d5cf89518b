package io.bilet.automation.action;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.MalformedInput;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads lists of actions strictly: every kind and member must be known and of the right type. */
@ApplicationScoped
public class ActionReader {

    /** Longer lists are several rules in one. */
    static final int ACTIONS_MAX = 20;

    /** Characters of the JSON text. */
    static final int TEXT_LENGTH_MAX = 65_536;

    /** The member that says what an action is. */
    static final String KIND = "kind";

    @Inject
    @Any
    private Instance<ActionKinds> contributors;

    private final Map<String, ActionKinds.Reading> readings = new TreeMap<>();

    @PostConstruct
    void collect() {
        contributors.forEach(contributor -> contributor.kinds().forEach((kind, reading) -> {
            if (readings.putIfAbsent(kind, reading) != null) {
                throw new IllegalStateException("Two capabilities contribute the action " + kind);
            }
        }));
    }

    /** The names of all kinds. */
    public Set<String> kinds() {
        return Collections.unmodifiableSet(readings.keySet());
    }

    /**
     * Reads actions; whether what they name exists is not asked.
     *
     * @param pointer where the list stands in the request, as a JSON Pointer
     * @throws MalformedInput naming every action that is not written in the language
     * @throws InvalidInput naming every action that breaks a rule or a bound, or contradicts one before it
     */
    public List<Action> read(JsonArray json, String pointer) {
        if (json.isEmpty() || json.size() > ACTIONS_MAX || json.toString().length() > TEXT_LENGTH_MAX) {
            throw new InvalidInput(pointer, "wrong_length", "1 to 20 actions of 64 KB together are expected here.");
        }
        List<Action> actions = new ArrayList<>();
        List<FieldError> malformed = new ArrayList<>();
        List<FieldError> refused = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            try {
                actions.add(read(json.get(i), pointer + "/" + i));
            } catch (MalformedInput unreadable) {
                malformed.addAll(unreadable.errors());
            } catch (InvalidInput broken) {
                refused.addAll(broken.errors());
            }
        }
        if (!malformed.isEmpty()) {
            throw new MalformedInput(malformed);
        }
        if (!refused.isEmpty()) {
            throw new InvalidInput(refused);
        }
        requireConsistent(actions, pointer);
        return List.copyOf(actions);
    }

    /**
     * Reads actions that are to be kept, which may name only what exists.
     *
     * @throws BiletException as {@link #read(JsonArray, String)} does, and for an unknown reference
     */
    public List<Action> readKnown(JsonArray json, References known, String pointer) {
        List<Action> actions = read(json, pointer);
        for (int i = 0; i < actions.size(); i++) {
            actions.get(i).requireReferences(known, pointer + "/" + i);
        }
        return actions;
    }

    private Action read(JsonValue json, String pointer) {
        if (!(json instanceof JsonObject object)) {
            throw new MalformedInput(pointer, "wrong_type", "An action is an object with a kind.");
        }
        if (!(object.get(KIND) instanceof JsonString kind) || !readings.containsKey(kind.getString())) {
            throw new MalformedInput(
                    pointer + "/" + KIND,
                    "unknown_kind",
                    "One of %s is expected here.".formatted(String.join(", ", readings.keySet())));
        }
        Members members = new Members(object, pointer, KIND);
        Action action = readings.get(kind.getString()).read(members);
        members.requireNoOthers();
        return action;
    }

    private static void requireConsistent(List<Action> actions, String pointer) {
        Map<String, String> decided = new HashMap<>();
        for (int i = 0; i < actions.size(); i++) {
            for (Map.Entry<String, String> one : actions.get(i).decides().entrySet()) {
                String before = decided.putIfAbsent(one.getKey(), one.getValue());
                if (before != null && !before.equals(one.getValue())) {
                    throw new InvalidInput(
                            pointer + "/" + i,
                            "contradiction",
                            "An action before this one decides the %s otherwise.".formatted(one.getKey()));
                }
            }
        }
    }
}
