package io.bilet.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;

/** What contracts expect of names. */
final class Names {

    static final String FIELD = "[a-z][a-z0-9_]{1,39}";

    private Names() {}

    /** A name of 2 to 32 lower-case letters, digits and hyphens that stays the same. */
    static void isPlainAndStable(Supplier<String> name) {
        assertThat(name.get()).matches("[a-z0-9-]{2,32}").isEqualTo(name.get());
    }
}
