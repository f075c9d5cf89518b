package io.bilet.api.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpecLintTest {

    private static final Spec BUNDLE = Spec.bundle("openapi.json");

    @ParameterizedTest
    @EnumSource
    void every_operation_keeps_the_rule(SpecRule rule) {
        assertThat(rule.findings(BUNDLE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_schema_keeps_the_rule(SchemaRule rule) {
        assertThat(rule.findings(BUNDLE)).isEmpty();
    }

    @Test
    void the_bundle_says_the_same_in_yaml_and_in_json() {
        assertThat(Spec.bundle("openapi.yaml").document()).isEqualTo(BUNDLE.document());
    }

    @Test
    void there_is_something_to_check() {
        assertThat(BUNDLE.operations()).hasSizeGreaterThan(80);
        assertThat(BUNDLE.components("schemas")).hasSizeGreaterThan(100);
    }
}
