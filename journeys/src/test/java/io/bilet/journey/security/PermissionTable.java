package io.bilet.journey.security;

import io.bilet.people.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The table of the guide: what administrators were told each role may do. */
final class PermissionTable {

    private final List<List<String>> rows = new ArrayList<>();

    private PermissionTable(List<String> lines) {
        lines.stream().filter(line -> line.startsWith("| ")).forEach(line -> rows.add(cells(line)));
    }

    static PermissionTable ofTheGuide(Path checkout) {
        try {
            return new PermissionTable(Files.readAllLines(checkout.resolve("docs/guides/permissions.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean permits(Role role, Spec.Op operation) {
        int column = rows.get(0).indexOf(role.name().toLowerCase(Locale.ROOT));
        return rows.stream()
                .filter(row -> operation.permissions().contains(row.get(0).replace("`", "")))
                .anyMatch(row -> row.get(column).equals("yes"));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
