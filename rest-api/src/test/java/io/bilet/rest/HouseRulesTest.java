package io.bilet.rest;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.json.Json;
import java.util.stream.Stream;

/** What the edge of HTTP may do: translate, and nothing else. */
@AnalyzeClasses(packages = "io.bilet.rest", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule no_sql = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "java.sql.."));

    @ArchTest
    static final ArchRule no_transactions =
            noClasses().should().dependOnClassesThat(resideInAnyPackage("jakarta.transaction..", "jakarta.ejb.."));

    @ArchTest
    static final ArchRule no_plugins_and_no_mail =
            noClasses().should().dependOnClassesThat(resideInAnyPackage("io.bilet.spi..", "jakarta.mail.."));

    @ArchTest
    static final ArchRule json_types_are_seen_by_resources_and_their_translators = noClasses()
            .that()
            .haveNameNotMatching(".*(Resource|Json|Pages)(\\$.*)?")
            .should()
            .dependOnClassesThat(resideInAPackage("io.bilet.api.v1.model.."));

    @ArchTest
    static final ArchRule resources_are_beans_of_the_house = classes()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .and()
            .areNotAnnotations()
            .should()
            .beAnnotatedWith("io.bilet.rest.http.ApiResource");

    @ArchTest
    static final ArchRule time_is_asked_of_the_clock = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now");

    /** {@code jakarta.json.Json} searches the class path for a provider at every call; a fifth of a request went there. */
    @ArchTest
    static final ArchRule json_is_made_by_one_provider = noClasses()
            .should()
            .callMethodWhere(target(owner(type(Json.class))).and(target(nameStartingWith("create"))));

    @ArchTest
    static final ArchRule logs_go_to_the_system_logger =
            noClasses().should().dependOnClassesThat(resideInAnyPackage("java.util.logging..", "org.slf4j.."));

    @ArchTest
    static void packages_named_by_rules_are_inhabited(JavaClasses classes) {
        assertThat(Stream.of("io.bilet.rest.http.ApiResource", "io.bilet.rest.ticket.TicketsResource"))
                .allMatch(classes::contain);
    }
}
