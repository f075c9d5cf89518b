package io.bilet.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.spec.Operation;
import io.bilet.rest.http.spec.Operations;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of contents is complete and the specification is what is served. */
class BiletApplicationTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPackages("io.bilet.rest", "io.bilet.api.v1");

    @Test
    void every_interface_of_the_specification_is_served_by_exactly_one_resource() {
        Map<String, Long> served = BiletApplication.RESOURCES.stream()
                .flatMap(resource -> Arrays.stream(resource.getInterfaces()))
                .map(Class::getName)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(served.keySet())
                .isEqualTo(CLASSES.stream()
                        .filter(type -> type.getPackageName().equals("io.bilet.api.v1") && type.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet()));
        assertThat(served.values()).allMatch(count -> count == 1);
    }

    @Test
    void every_operation_of_the_specification_has_a_method_and_no_other_method_is_reachable() {
        Set<String> methods = new TreeSet<>();
        for (Class<?> resource : BiletApplication.RESOURCES) {
            for (Class<?> api : resource.getInterfaces()) {
                Arrays.stream(api.getDeclaredMethods()).map(Method::getName).forEach(methods::add);
            }
        }

        assertThat(methods)
                .isEqualTo(Operations.bundled().all().stream()
                        .map(Operation::id)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void every_resource_is_idempotent_and_says_nothing_of_http_itself() {
        for (Class<?> resource : BiletApplication.RESOURCES) {
            assertThat(resource.isAnnotationPresent(ApiResource.class))
                    .as(resource.getName())
                    .isTrue();
            assertThat(resource.getAnnotation(Path.class).value())
                    .as(resource.getName())
                    .isEqualTo("/");
            assertThat(Arrays.stream(resource.getDeclaredMethods())
                            .flatMap(method -> Arrays.stream(method.getAnnotations()))
                            .map(Annotation::annotationType)
                            .map(Class::getName))
                    .as(resource.getName())
                    .noneMatch(name -> name.startsWith("jakarta.ws.rs"));
        }
    }

    @Test
    void every_resource_and_every_station_is_listed() {
        List<String> listed = new BiletApplication()
                .getClasses().stream().map(Class::getName).sorted().toList();

        assertThat(listed)
                .isEqualTo(CLASSES.stream()
                        .filter(type -> type.isAnnotatedWith(Provider.class) || type.isAnnotatedWith(ApiResource.class))
                        .map(JavaClass::getName)
                        .sorted()
                        .toList());
    }
}
