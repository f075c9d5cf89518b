package io.bilet.condition;

import static java.util.stream.Collectors.joining;

import io.bilet.platform.error.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** Who asks about a field. */
@ApplicationScoped
public class FieldUses {

    @Inject
    @Any
    private Instance<FieldUser> users;

    /**
     * Refuses to take away what somebody asks about.
     *
     * @throws Conflict naming them
     */
    public void requireNone(String field) {
        List<FieldUser.Use> uses =
                users.stream().flatMap(user -> user.usesOf(field).stream()).toList();
        if (!uses.isEmpty()) {
            throw new Conflict("%s is asked about by %s."
                    .formatted(field, uses.stream().map(FieldUser.Use::toString).collect(joining(", "))));
        }
    }
}
