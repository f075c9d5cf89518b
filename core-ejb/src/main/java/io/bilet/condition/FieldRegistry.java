package io.bilet.condition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every field a condition may ask about, by name. */
@ApplicationScoped
public class FieldRegistry {

    private final Map<String, Field> fields = new TreeMap<>();
    private final Iterable<? extends ChangingFields> changing;

    protected FieldRegistry() { // for the client proxy
        changing = List.of();
    }

    @Inject
    public FieldRegistry(@Any Instance<FieldSource> sources, @Any Instance<ChangingFields> changing) {
        this((Iterable<? extends FieldSource>) sources, changing);
    }

    /** A registry of the given sources, for use outside a container. */
    public FieldRegistry(Iterable<? extends FieldSource> sources) {
        this(sources, List.of());
    }

    /** A registry of the given sources, for use outside a container. */
    public FieldRegistry(Iterable<? extends FieldSource> sources, Iterable<? extends ChangingFields> changing) {
        this.changing = changing;
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
        Field known = fields.get(name);
        for (ChangingFields source : changing) {
            known = known == null ? source.present().get(name) : known;
        }
        return Optional.ofNullable(known);
    }

    /** All fields by name. */
    public Collection<Field> all() {
        Map<String, Field> all = new TreeMap<>(fields);
        changing.forEach(source -> all.putAll(source.present()));
        return Collections.unmodifiableCollection(all.values());
    }
}
