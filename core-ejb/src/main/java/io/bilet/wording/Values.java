package io.bilet.wording;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values by their names' last part, as they come together; what is not there is left out. */
final class Values {

    private final Map<String, Object> found = new HashMap<>();

    Values add(String name, @Nullable Object value) {
        if (value != null) {
            found.put(name, value);
        }
        return this;
    }

    Values add(String name, Optional<?> value) {
        return add(name, value.orElse(null));
    }

    /** A person's name, whole and as they are spoken to. */
    Values addName(@Nullable String name) {
        if (name != null) {
            add("name", name).add("first_name", name.split(" ", 2)[0]);
        }
        return this;
    }

    Map<String, Object> map() {
        return found;
    }
}
