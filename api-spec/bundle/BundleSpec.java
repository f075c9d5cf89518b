import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.RepresentToNode;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/**
 * Makes one self-contained OpenAPI document of the many files of this module: {@code java BundleSpec.java openapi.yaml
 * target-folder}. What lies in a folder {@code schemas}, {@code parameters}, {@code headers}, {@code responses} or {@code
 * examples} becomes a component named after its file; path files are put in place.
 */
public class BundleSpec {

    private static final List<String> SECTIONS = List.of("schemas", "parameters", "headers", "responses", "examples");

    private final Map<String, Map<String, Object>> components = new TreeMap<>();
    private final Map<String, Path> origins = new LinkedHashMap<>();
    private final Deque<Path> waiting = new ArrayDeque<>();

    public static void main(String[] args) throws IOException {
        Object bundle = new BundleSpec().bundle(Path.of(args[0]));
        Path folder = Files.createDirectories(Path.of(args[1]));
        replace(folder.resolve("openapi.json"), Json.write(bundle));
        replace(folder.resolve("openapi.yaml"), yaml(bundle));
    }

    /** An unchanged bundle keeps its date, so that what is generated from it need not be generated again. */
    private static void replace(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }

    private Map<String, Object> bundle(Path root) {
        Map<String, Object> document = map(resolve(read(root), root));
        for (String section : SECTIONS) {
            components.put(section, new TreeMap<>());
        }
        while (!waiting.isEmpty()) {
            Path file = waiting.remove();
            components.get(section(file)).put(name(file), resolve(read(file), file));
        }
        map(document.computeIfAbsent("components", key -> new LinkedHashMap<>())).putAll(components);
        return document;
    }

    private Object resolve(Object node, Path file) {
        if (node instanceof Map<?, ?> map) {
            return map.get("$ref") instanceof String ref ? follow(ref, file) : resolveAll(map, file);
        }
        if (node instanceof List<?> list) {
            return list.stream().map(item -> resolve(item, file)).collect(Collectors.toList());
        }
        return node;
    }

    private Map<String, Object> resolveAll(Map<?, ?> map, Path file) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), resolve(value, file)));
        return copy;
    }

    private Object follow(String ref, Path file) {
        Path target = file.resolveSibling(ref).normalize();
        String section = section(target);
        if (!SECTIONS.contains(section)) {
            return resolve(read(target), target);
        }
        String pointer = "#/components/" + section + "/" + name(target);
        Path earlier = origins.putIfAbsent(pointer, target);
        if (earlier == null) {
            waiting.add(target);
        } else if (!earlier.equals(target)) {
            throw new IllegalStateException("Two files for " + pointer + ": " + earlier + " and " + target);
        }
        return new LinkedHashMap<>(Map.of("$ref", pointer));
    }

    private static String section(Path file) {
        Path folder = file.getParent();
        return folder == null ? "" : folder.getFileName().toString();
    }

    private static String name(Path file) {
        String stem = file.getFileName().toString().replaceFirst("\\.yaml$", "");
        return Pattern.compile("-")
                .splitAsStream(stem)
                .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static Object read(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(file.toString()).build();
            return new Load(settings).loadFromReader(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    private static String yaml(Object document) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(120)
                .setSplitLines(false)
                .build();
        return new Dump(settings, new Careful(settings)).dumpToString(document);
    }

    /** Quotes what a reader of YAML 1.1 would not take for a string, such as dates, times of day and "on". */
    private static final class Careful extends StandardRepresenter {

        private static final Pattern PLAIN = Pattern.compile("(?!(?i:y|n|yes|no|on|off|true|false|null)$)[A-Za-z#/].*");

        Careful(DumpSettings settings) {
            super(settings);
            RepresentToNode text = data -> representScalar(Tag.STR, (String) data, style((String) data));
            representers.put(String.class, text);
        }

        private static ScalarStyle style(String text) {
            if (text.indexOf('\n') >= 0 && text.indexOf('\r') < 0) {
                return ScalarStyle.LITERAL;
            }
            return PLAIN.matcher(text).matches() ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
        }
    }

    /** Writes what YAML reads as JSON, indented. */
    private static final class Json {

        private final StringBuilder out = new StringBuilder();

        static String write(Object node) {
            Json json = new Json();
            json.value(node, "\n");
            return json.out.append('\n').toString();
        }

        private void value(Object node, String newline) {
            if (node instanceof Map<?, ?> map) {
                members(map, newline);
            } else if (node instanceof List<?> list) {
                items(list, newline);
            } else if (node instanceof String text) {
                string(text);
            } else {
                out.append(node);
            }
        }

        private void members(Map<?, ?> map, String newline) {
            String inner = newline + "  ";
            String separator = inner;
            out.append('{');
            for (Map.Entry<?, ?> member : map.entrySet()) {
                out.append(separator);
                string(String.valueOf(member.getKey()));
                out.append(": ");
                value(member.getValue(), inner);
                separator = "," + inner;
            }
            out.append(map.isEmpty() ? "}" : newline + "}");
        }

        private void items(List<?> list, String newline) {
            String inner = newline + "  ";
            String separator = inner;
            out.append('[');
            for (Object item : list) {
                out.append(separator);
                value(item, inner);
                separator = "," + inner;
            }
            out.append(list.isEmpty() ? "]" : newline + "]");
        }

        private void string(String text) {
            out.append('"');
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '"' -> out.append("\\\"");
                    case '\\' -> out.append("\\\\");
                    case '\n' -> out.append("\\n");
                    case '\r' -> out.append("\\r");
                    case '\t' -> out.append("\\t");
                    default -> out.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
                }
            }
            out.append('"');
        }
    }
}
