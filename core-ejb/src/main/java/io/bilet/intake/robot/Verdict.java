package io.bilet.intake.robot;

import org.jspecify.annotations.Nullable;

/**
 * What kind of mail it is, and by what it was told.
 *
 * @param rule name of the rule that a machine matched, lower snake case; null for a person's mail
 * @param bounce what a failure reports; null unless it is one
 */
public record Verdict(
        Classification classification,
        @Nullable String rule,
        @Nullable Bounce bounce) {

    static Verdict of(Classification classification, @Nullable String rule) {
        return new Verdict(classification, rule, null);
    }
}
