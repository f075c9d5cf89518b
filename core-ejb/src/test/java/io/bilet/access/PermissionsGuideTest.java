package io.bilet.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.people.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of roles in the guide is the one in the code; journeys hold the server to the guide. */
class PermissionsGuideTest {

    private static final Path GUIDE = Path.of("../docs/guides/permissions.md");

    @Test
    void the_guide_says_of_each_permission_which_roles_have_it() throws IOException {
        List<String> table = Files.readAllLines(GUIDE).stream()
                .filter(line -> line.startsWith("| "))
                .toList();

        assertThat(table).containsExactlyElementsOf(expected());
    }

    private static List<String> expected() {
        String roles = Arrays.stream(Role.values())
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" | "));
        return Stream.concat(
                        Stream.of("| permission | " + roles + " |"),
                        Arrays.stream(Permission.values()).map(PermissionsGuideTest::row))
                .toList();
    }

    private static String row(Permission permission) {
        return Arrays.stream(Role.values())
                .map(role -> RolePermissions.of(role).contains(permission) ? "yes" : "")
                .collect(Collectors.joining(" | ", "| `" + permission + "` | ", " |"));
    }
}
