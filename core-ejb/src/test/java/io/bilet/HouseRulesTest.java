package io.bilet;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "io.bilet", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    /** A rule about a package that nobody lives in would pass for ever. */
    @ArchTest
    static void packages_named_by_rules_are_inhabited(JavaClasses classes) {
        assertThat(Stream.of("platform", "people", "ticket")).allSatisfy(name -> assertThat(classes)
                .as(name)
                .anySatisfy(type -> assertThat(HouseLevels.capability(type)).isEqualTo(name)));
    }
}
