package io.bilet;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each rule of the house refuses a fault that was planted for it. */
class HouseRulesBiteTest {

    /** Rule by rule, the source of a class that breaks it. */
    private static final Map<String, String> FAULTS = Map.ofEntries(
            Map.entry("every_package_has_a_level", "package io.bilet.misc; class Lost {}"),
            Map.entry("arrows_point_down", """
                    package io.bilet.platform.planted; class Upward { io.bilet.people.UserId user; }"""),
            Map.entry("sql_lives_in_repositories_and_queries", """
                    package io.bilet.ticket; class Loose { jakarta.persistence.EntityManager em; }"""),
            Map.entry("nobody_hears_that_something_is_gone_because_the_database_is", """
                    package io.bilet.ticket; class LooseRepository {
                        Object find(jakarta.persistence.EntityManager em) { return em.find(Object.class, 1); } }"""),
            Map.entry("http_and_its_json_live_in_rest", """
                    package io.bilet.ticket; class Web { jakarta.ws.rs.core.Response answer; }"""),
            Map.entry("time_is_asked_of_the_clock", """
                    package io.bilet.ticket; class Hasty { Object now() { return java.time.Instant.now(); } }"""),
            Map.entry("the_spi_is_spoken_by_the_host_and_the_edges", """
                    package io.bilet.ticket; class Partner { io.bilet.spi.Plugin plugin; }"""),
            Map.entry("mail_is_spoken_by_intake_and_response", """
                    package io.bilet.ticket; class Postman { jakarta.mail.Message mail; }"""),
            Map.entry("transactions_begin_in_flow_admins_and_timers", """
                    package io.bilet.ticket; @jakarta.ejb.Stateless class Beginner {}"""),
            Map.entry("threads_belong_to_the_container", """
                    package io.bilet.ticket; class Spinner { void spin() { new Thread(() -> {}).start(); } }"""),
            Map.entry("json_is_made_by_one_provider", """
                    package io.bilet.ticket; class Seeker { Object json = jakarta.json.Json.createObjectBuilder(); }"""),
            Map.entry("logs_go_to_the_system_logger", """
                    package io.bilet.ticket; class Chatter { java.util.logging.Logger log; }"""),
            Map.entry("entities_have_no_setters", """
                    package io.bilet.ticket; @jakarta.persistence.Entity class Soft { void setName(String name) {} }"""),
            Map.entry("packages_are_null_marked", "package io.bilet.ticket.unmarked; class Blank {}"));

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> a_planted_fault_is_refused() throws IOException {
        JavaClasses planted = planted();

        return rules().map(field -> DynamicTest.dynamicTest(field.getName(), () -> {
            ArchRule rule = (ArchRule) field.get(null);
            assertThat(rule.evaluate(planted).hasViolation()).isTrue();
        }));
    }

    @Test
    void every_rule_has_a_fault() {
        List<String> names = rules().map(Field::getName).toList();

        assertThat(FAULTS).containsOnlyKeys(names);
    }

    private static JavaClasses planted() throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Stream<String> options = Stream.of("-proc:none", "-nowarn", "-d", classes.toString());
        Stream<String> sources = FAULTS.entrySet().stream().map(fault -> written(fault.getKey(), fault.getValue()));
        String[] arguments = Stream.concat(options, sources).toArray(String[]::new);

        int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments);

        assertThat(exit).as("the planted faults compile").isZero();
        return new ClassFileImporter().importPath(classes);
    }

    private static Stream<Field> rules() {
        return Arrays.stream(HouseRules.class.getDeclaredFields())
                .filter(field -> field.getType().equals(ArchRule.class));
    }

    private static String written(String rule, String source) {
        try {
            Path file = Files.createDirectories(folder.resolve(rule)).resolve("Planted.java");
            return Files.writeString(file, source).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
