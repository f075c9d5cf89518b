package io.bilet.rest.http.spec;

import io.bilet.access.Permission;
import io.bilet.rest.http.schema.Schema;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the specification says of one operation, as far as every request must be held to it.
 *
 * @param id its name, which is also that of the generated method
 * @param method GET, POST …
 * @param path with the names of its parameters in braces
 * @param permissions of which a caller needs one
 * @param isPublic whether it takes no caller at all
 * @param showsSecret whether its answer holds a secret that must not be kept
 * @param query its query parameters by name
 * @param body what it takes; null if it takes nothing
 */
public record Operation(
        String id,
        String method,
        String path,
        Set<Permission> permissions,
        boolean isPublic,
        boolean showsSecret,
        Map<String, Parameter> query,
        @Nullable Body body) {

    /**
     * The body of a request.
     *
     * @param mediaType the only one it comes in
     * @param schema of JSON; null for other media
     */
    public record Body(
            boolean required, String mediaType, @Nullable Schema schema) {

        /** Whether absent and null differ in it. */
        public boolean isMergePatch() {
            return mediaType.equals("application/merge-patch+json");
        }

        /** Whether it is checked against a schema. */
        public boolean isJson() {
            return schema != null;
        }
    }
}
