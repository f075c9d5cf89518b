package io.bilet.api.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One method of one path.
 *
 * @param node what the document says about it
 * @param parameters all of them, also those of its path, with references followed
 */
record Operation(String path, String method, Map<String, Object> node, List<Map<String, Object>> parameters) {

    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{.*}");

    String id() {
        return Tree.text(node, "operationId");
    }

    boolean isPublic() {
        return "public".equals(node.get("x-permission"));
    }

    boolean hasBody() {
        return node.containsKey("requestBody");
    }

    boolean hasPathParameter() {
        return PATH_PARAMETER.matcher(path).find();
    }

    Optional<Map<String, Object>> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> name.equals(parameter.get("name")))
                .findFirst();
    }

    Map<String, Object> responses() {
        return Tree.map(node.get("responses"));
    }

    /** The permissions of which one is needed. */
    List<String> permissions() {
        Object permission = node.get("x-permission");
        return permission instanceof String one
                ? List.of(one)
                : Tree.list(permission).stream().map(String::valueOf).toList();
    }

    /** The media types of its body and of the answers it describes itself. */
    Stream<Map.Entry<String, Object>> ownContents() {
        Stream<Object> answers = responses().values().stream();
        return Stream.concat(Stream.of(Tree.map(node.get("requestBody"))), answers)
                .flatMap(holder -> Tree.map(Tree.map(holder).get("content")).entrySet().stream());
    }

    String where() {
        return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
    }
}
