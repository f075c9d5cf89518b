package io.bilet.condition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every field a condition may ask about, by name. */
@ApplicationScoped
public class FieldRegistry {

    private final Map<String, Field> fields = new TreeMap<>();

    protected FieldRegistry() {} // for the client proxy

    @Inject
    public FieldRegistry(@Any Instance<FieldSource> sources) {
        sources.forEach(this::add);
    }

    /** A registry of the given sources, for use outside a container. */
    public FieldRegistry(Iterable<? extends FieldSource> sources) {
        sources.forEach(this::add);
    }

    private void add(FieldSource source) {
        for (Field field : source.fields()) {
            if (fields.putIfAbsent(field.name(), field) != null) {
                throw new IllegalStateException("Two sources contribute the field " + field.name());
            }
        }
    }

    public Optional<Field> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** All fields by name. */
    public Collection<Field> all() {
        return Collections.unmodifiableCollection(fields.values());
    }
}
