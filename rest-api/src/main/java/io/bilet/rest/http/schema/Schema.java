package io.bilet.rest.http.schema;

import jakarta.json.JsonValue;

/** What a JSON value must look like. */
@FunctionalInterface
public interface Schema {

    /** Accepts everything, null as well: a schema without a type restricts nothing. */
    Schema ANYTHING = new Schema() {
        @Override
        public void check(JsonValue value, String pointer, Findings findings) {}

        @Override
        public boolean allowsNull() {
            return true;
        }
    };

    /**
     * Looks at a value, which is not null unless the schema itself allows that.
     *
     * @param pointer where the value stands (RFC 6901)
     */
    void check(JsonValue value, String pointer, Findings findings);

    /** Whether null is a value like any other. */
    default boolean allowsNull() {
        return false;
    }
}
