package io.bilet.api.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The bundled document as a tree, with what rules ask of it. */
record Spec(Map<String, Object> document) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** The bundle as it is served, in JSON or YAML. */
    static Spec bundle(String fileName) {
        try (InputStream file = Spec.class.getResourceAsStream("/META-INF/bilet/" + fileName)) {
            if (file == null) {
                throw new IllegalStateException("There is no bundle " + fileName);
            }
            return new Spec(Tree.map(new Load(LoadSettings.builder().build()).loadFromInputStream(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Spec copy() {
        return new Spec(Tree.map(Tree.copy(document)));
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        Tree.map(document.get("paths")).forEach((path, item) -> Tree.map(item).forEach((method, node) -> {
            if (METHODS.contains(method)) {
                all.add(operation(path, method, Tree.map(item), Tree.map(node)));
            }
        }));
        return all;
    }

    private Operation operation(String path, String method, Map<String, Object> item, Map<String, Object> node) {
        List<Map<String, Object>> parameters = Stream.of(item, node)
                .flatMap(holder -> Tree.list(holder.get("parameters")).stream())
                .map(this::follow)
                .toList();
        return new Operation(path, method, node, parameters);
    }

    Operation operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The components of a section by name. */
    Map<String, Object> components(String section) {
        return Tree.map(Tree.map(document.get("components")).get(section));
    }

    Map<String, Object> schema(String name) {
        return Tree.map(components("schemas").get(name));
    }

    /** What a reference points at; anything else is returned as it is. */
    Map<String, Object> follow(@Nullable Object node) {
        String ref = Tree.text(Tree.map(node), "$ref");
        if (ref.isEmpty()) {
            return Tree.map(node);
        }
        Object target = document;
        for (String step : ref.substring(2).split("/", -1)) {
            target = Tree.map(target).get(step);
            if (target == null) {
                throw new IllegalStateException("Nothing at " + ref);
            }
        }
        return Tree.map(target);
    }
}
