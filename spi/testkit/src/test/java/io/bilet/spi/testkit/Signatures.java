package io.bilet.spi.testkit;

import io.bilet.spi.HostMade;
import io.bilet.spi.Plugin;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of the SPI others are compiled against, one line each. The host's own {@code jar} package is left out. */
final class Signatures {

    private Signatures() {}

    static List<String> ofTheSpi() throws IOException, URISyntaxException {
        Path place = Path.of(
                Plugin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> lines = new ArrayList<>();
        if (Files.isDirectory(place)) {
            read(place, lines);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                read(jar.getPath("/"), lines);
            }
        }
        return lines.stream().distinct().sorted().toList();
    }

    private static void read(Path root, List<String> lines) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = root.relativize(file).toString();
                if (name.startsWith("io/bilet/spi/")
                        && name.endsWith(".class")
                        && !name.startsWith("io/bilet/spi/jar/")
                        && !name.endsWith("package-info.class")) {
                    add(
                            load(name.substring(0, name.length() - ".class".length())
                                    .replace('/', '.')),
                            lines);
                }
            }
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Plugin.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static void add(Class<?> type, List<String> lines) {
        if (!Modifier.isPublic(type.getModifiers())) {
            return;
        }
        String name = type.getName();
        lines.add(name + " " + kind(type));
        Stream.of(type.getInterfaces()).forEach(parent -> lines.add(name + " is a " + parent.getName()));
        for (Class<?> above = type.getSuperclass(); above != null; above = above.getSuperclass()) {
            lines.add(name + " is a " + above.getName());
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isForOthers(constructor.getModifiers())) {
                lines.add("%s new(%s)".formatted(name, parameters(constructor)));
            }
        }
        for (Field field : type.getDeclaredFields()) {
            if (isForOthers(field.getModifiers())) {
                lines.add("%s field %s %s".formatted(name, field.getGenericType(), field.getName()));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isForOthers(method.getModifiers()) && !method.isSynthetic()) {
                lines.add("%s %s %s %s(%s)"
                        .formatted(
                                name,
                                part(type, method),
                                method.getGenericReturnType().getTypeName(),
                                method.getName(),
                                parameters(method)));
            }
        }
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "annotation";
        } else if (type.isInterface()) {
            return "interface";
        } else if (type.isEnum()) {
            return "enum";
        }
        return type.isRecord() ? "record" : "class";
    }

    /** A duty is what plugins must implement; the host sees to the rest. */
    private static String part(Class<?> type, Method method) {
        boolean duty = type.isInterface()
                && !type.isAnnotationPresent(HostMade.class)
                && Modifier.isAbstract(method.getModifiers());
        return (duty ? "duty" : "method") + (Modifier.isStatic(method.getModifiers()) ? " static" : "");
    }

    private static boolean isForOthers(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String parameters(Executable executable) {
        String types = Stream.of(executable.getGenericParameterTypes())
                .map(Type::getTypeName)
                .collect(Collectors.joining(", "));
        String thrown = Stream.of(executable.getExceptionTypes())
                .map(Class::getName)
                .sorted()
                .collect(Collectors.joining(", "));
        return thrown.isEmpty() ? types : types + " throws " + thrown;
    }
}
