package io.bilet.fact;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.bilet.condition.ChangingFields;
import io.bilet.condition.Field;
import io.bilet.platform.config.ConfigCache;
import io.bilet.platform.config.ConfigStamp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** The definitions of facts in memory: every condition that is read asks for them. */
@ApplicationScoped
class FactDefinitions implements ChangingFields {

    /** Raised with every change of a definition. */
    static final String AREA = "fact_definitions";

    @Inject
    private ConfigStamp stamp;

    @Inject
    private FactDefinitionRepository stored;

    private final ConfigCache<Known> known = new ConfigCache<>(area -> stamp.version(area), this::load, AREA);

    /** By name in conditions. */
    private record Known(Map<String, FactTerms> terms, Map<String, Field> asked) {}

    private Known load() {
        Map<String, FactTerms> terms =
                stored.all().stream().collect(toUnmodifiableMap(FactDefinition::field, FactDefinition::read));
        return new Known(
                terms,
                terms.values().stream().map(FactTerms::asked).collect(toUnmodifiableMap(Field::name, field -> field)));
    }

    @Override
    public Map<String, Field> present() {
        return known.get().asked();
    }

    Optional<FactTerms> find(FactSubject about, String key) {
        return Optional.ofNullable(known.get().terms().get(about.prefix() + key));
    }
}
