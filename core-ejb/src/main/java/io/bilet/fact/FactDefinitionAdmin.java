package io.bilet.fact;

import io.bilet.condition.FieldUses;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.typed.ValueType;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Adds, changes and removes definitions of facts; one change at a time, over all nodes. */
@Stateless
public class FactDefinitionAdmin {

    /** More than anybody looks at; bounds what is read about a customer. */
    static final int DEFINITIONS_MAX = 200;

    @Inject
    private FactDefinitionRepository definitions;

    @Inject
    private CustomerFactRepository facts;

    @Inject
    private FieldUses uses;

    @Inject
    private ConfigStamp stamp;

    @Inject
    private Clock clock;

    /**
     * Adds a definition; the fact can be written down at once.
     *
     * @param terms in the form of {@link FactDefinition#terms()}
     * @throws Conflict if the key is taken, or there are too many
     */
    public FactDefinition create(FactSubject about, String key, ValueType type, JsonObject terms) {
        stamp.raise(FactDefinitions.AREA);
        if (definitions.count() >= DEFINITIONS_MAX) {
            throw new Conflict("There are at most %d definitions of facts.".formatted(DEFINITIONS_MAX));
        }
        if (definitions.isKeyTaken(about, key)) {
            throw new Conflict("Another fact about these has this key.");
        }
        FactDefinition made = new FactDefinition(FactDefinitionId.next(), about, key, type, terms, clock.instant());
        definitions.add(made);
        return made;
    }

    /**
     * Changes a definition; facts that are written down stay as they are.
     *
     * @throws Conflict if it would lose a choice while something asks about it
     */
    public FactDefinition update(
            FactDefinitionId id, Optional<Integer> expectedVersion, UnaryOperator<JsonObject> change) {
        stamp.raise(FactDefinitions.AREA);
        FactDefinition definition = definitions.get(id);
        definition.requireVersion(expectedVersion);
        List<String> before = definition.read().rules().choices();
        definition.agree(change.apply(definition.terms()), clock.instant());
        if (!definition.read().rules().choices().containsAll(before)) {
            uses.requireNone(definition.field());
        }
        definitions.flush();
        return definition;
    }

    /**
     * Removes a definition, and what is written down by it.
     *
     * @throws Conflict if something asks about it
     */
    public void remove(FactDefinitionId id, Optional<Integer> expectedVersion) {
        stamp.raise(FactDefinitions.AREA);
        FactDefinition definition = definitions.get(id);
        definition.requireVersion(expectedVersion);
        uses.requireNone(definition.field());
        facts.forgetAll(definition.about(), definition.key());
        definitions.remove(definition);
    }
}
