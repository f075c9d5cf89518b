package io.bilet.api.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and copies what YAML gives: maps, lists and scalars. What is absent reads as empty. */
final class Tree {

    private Tree() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object node) {
        return node instanceof Map<?, ?> ? (Map<String, Object>) node : Map.of();
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(@Nullable Object node) {
        return node instanceof List<?> ? (List<Object>) node : List.of();
    }

    static String text(Map<String, Object> node, String key) {
        Object value = node.get(key);
        return value == null ? "" : String.valueOf(value);
    }

    /** A copy that can be changed without changing the original. */
    static Object copy(Object node) {
        if (node instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map(map).forEach((key, value) -> copy.put(key, copyOrNull(value)));
            return copy;
        }
        if (node instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(copyOrNull(item)));
            return copy;
        }
        return node;
    }

    private static @Nullable Object copyOrNull(@Nullable Object node) {
        return node == null ? null : copy(node);
    }
}
