package io.bilet;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.bilet.platform.database.EntityQueries;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.json.Json;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The rules of the house that a compiler does not know. {@link HouseRulesTest} holds the house to them. */
final class HouseRules {

    private static final Set<String> TIME_TYPES = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime");

    @ArchTest
    static final ArchRule every_package_has_a_level =
            classes().that(HouseLevels.ours()).should(HouseLevels.haveALevel());

    @ArchTest
    static final ArchRule arrows_point_down =
            classes().that(HouseLevels.ours()).should(HouseLevels.importOnlyFromBelow());

    @ArchTest
    static final ArchRule sql_lives_in_repositories_and_queries = noClasses()
            .that(HouseLevels.ours())
            .and()
            .haveNameNotMatching(".*(Repository|Queries)(\\$.*)?")
            .should()
            .dependOnClassesThat(describe("issue SQL", HouseRules::issuesSql));

    @ArchTest
    static final ArchRule nobody_hears_that_something_is_gone_because_the_database_is = noClasses()
            .that(HouseLevels.ours())
            .and()
            .doNotHaveSimpleName(EntityQueries.class.getSimpleName())
            .should()
            .callMethodWhere(target(owner(type(EntityManager.class))).and(target(name("find"))));

    @ArchTest
    static final ArchRule http_and_its_json_live_in_rest = noClasses()
            .that(HouseLevels.ours())
            .and()
            .resideOutsideOfPackage("io.bilet.rest..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "jakarta.ws.rs..", "jakarta.servlet..", "jakarta.json.bind..", "io.bilet.api.."));

    @ArchTest
    static final ArchRule time_is_asked_of_the_clock = noClasses()
            .that(HouseLevels.ours())
            .and()
            .resideOutsideOfPackage("io.bilet.platform.time..")
            .should()
            .callCodeUnitWhere(describe("asks the machine for the time", HouseRules::asksTheMachineForTheTime));

    @ArchTest
    static final ArchRule the_spi_is_spoken_by_the_host_and_the_edges = noClasses()
            .that(HouseLevels.ours())
            .and()
            .resideOutsideOfPackages(
                    "io.bilet.plugin..", "io.bilet.intake..", "io.bilet.response..", "io.bilet.extension..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.bilet.spi..");

    @ArchTest
    static final ArchRule mail_is_spoken_by_intake_and_response = noClasses()
            .that(HouseLevels.ours())
            .and()
            .resideOutsideOfPackages("io.bilet.intake..", "io.bilet.response..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.mail..");

    @ArchTest
    static final ArchRule transactions_begin_in_flow_admins_and_timers = classes()
            .that(HouseLevels.ours())
            .and(describe("begin transactions", HouseRules::beginsTransactions))
            .should()
            .resideInAnyPackage("io.bilet.flow..", "io.bilet.platform..")
            .orShould()
            .haveNameMatching(".*(Admin|Timer|Intake|Ledger|Log|ReadMarks)(\\$.*)?")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule threads_belong_to_the_container = noClasses()
            .that(HouseLevels.ours())
            .should()
            .callCodeUnitWhere(describe("makes a thread of its own", HouseRules::makesAThread));

    /** {@code jakarta.json.Json} searches the class path for a provider at every call; a fifth of a request went there. */
    @ArchTest
    static final ArchRule json_is_made_by_one_provider = noClasses()
            .should()
            .callMethodWhere(target(owner(type(Json.class))).and(target(nameStartingWith("create"))));

    @ArchTest
    static final ArchRule logs_go_to_the_system_logger = noClasses()
            .that(HouseLevels.ours())
            .and()
            .resideOutsideOfPackage("io.bilet.platform.log..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.jboss.logging.."));

    @ArchTest
    static final ArchRule entities_have_no_setters = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packages_are_null_marked =
            classes().that(HouseLevels.ours()).should(standInANullMarkedPackage());

    private HouseRules() {}

    private static boolean issuesSql(JavaClass type) {
        return type.getName()
                .matches("jakarta\\.persistence\\.(EntityManager|EntityManagerFactory|Query|TypedQuery)"
                        + "|org\\.hibernate\\.(Session|StatelessSession|SessionFactory)"
                        + "|java\\.sql\\.(PreparedStatement|Statement|ResultSet)");
    }

    private static boolean asksTheMachineForTheTime(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getTarget().getName();
        boolean now = TIME_TYPES.contains(owner)
                && name.equals("now")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("java.time.Clock"));
        boolean millis = owner.equals("java.lang.System") && name.equals("currentTimeMillis");
        boolean clock = owner.equals("java.time.Clock") && name.matches("system(UTC|DefaultZone)?");
        boolean date = owner.equals("java.util.Date")
                && name.equals("<init>")
                && call.getTarget().getRawParameterTypes().isEmpty();
        return now || millis || clock || date;
    }

    private static boolean makesAThread(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        boolean thread =
                owner.equals("java.lang.Thread") && call.getTarget().getName().equals("<init>");
        boolean pool = owner.equals("java.util.concurrent.Executors")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("java.util.concurrent.ThreadFactory"));
        return thread || pool;
    }

    private static boolean beginsTransactions(JavaClass type) {
        return !leavesThemToItsBeans(type) && isTransactional(type);
    }

    /** A session bean that manages its transactions itself is one for its start and its threads only. */
    private static boolean leavesThemToItsBeans(JavaClass type) {
        return type.isAnnotatedWith(TransactionManagement.class)
                && type.getAnnotationOfType(TransactionManagement.class).value() == TransactionManagementType.BEAN;
    }

    private static boolean isTransactional(JavaClass type) {
        return type.isAnnotatedWith(Stateless.class)
                || type.isAnnotatedWith(Singleton.class)
                || type.isAnnotatedWith(Transactional.class)
                || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Transactional.class));
    }

    private static ArchCondition<JavaClass> standInANullMarkedPackage() {
        return new ArchCondition<>("stand in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, "%s is in a package without @NullMarked".formatted(type.getName())));
            }
        };
    }
}
