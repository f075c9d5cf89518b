package io.bilet.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.StoredJson;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns that make a backtracking engine run for seconds or years. */
class LinearPatternTest {

    private static final Duration BOUND = Duration.ofMillis(200);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
        (a+)+$; the schoolbook pattern
        (.*a){25}b; nested repetition of anything
        (a|a)*c; the same twice
        (a|aa)+$; overlapping alternatives
        ([a-zA-Z]+)*$; a class repeated twice
        (.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)z; nine times anything
        \\s+$; blanks before an end that does not come
        (x+x+)+y; two repetitions side by side
        (\\w+\\s?)+!$; words
        """)
    void no_pattern_takes_longer_than_the_bound_on_any_text(String pattern, String because) {
        Condition condition = matches(pattern);

        for (String unit : new String[] {"a", " ", "aaaa bbbb ", "x", "é"}) {
            Facts facts = TestFields.facts("text", unit.repeat(60_000) + "!");
            assertThat(effort(() -> condition.matches(facts))).as(because).isLessThan(BOUND);
        }
    }

    @ParameterizedTest
    @CsvSource({"^(a+)+\\1$", "(\\w+\\s?)+\\1$", "(?<=a)b", "(?!a)b", "(?>a+)b", "a++b"})
    void what_has_no_linear_time_is_refused_when_it_is_saved(String pattern) {
        assertThatThrownBy(() -> matches(pattern)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"((a{1000}){1000}){1000}", "(((((a{10}){10}){10}){10}){10}){10}", "((a{2,}){0,1000}){900}"})
    void what_would_unfold_without_bound_is_refused_before_it_is_compiled(String pattern) {
        assertThat(effort(() -> assertThatThrownBy(() -> matches(pattern)).isInstanceOf(InvalidInput.class)))
                .isLessThan(BOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "'[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 0198c0ff-ee00-7000-8000-000000000001",
        "'[A-Z]{2}\\d{2}( ?\\d{4}){4,5}', TR33 0006 1005 1978 6457 8413 26",
        "'\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}', 2026-11-23T10:00",
    })
    void counted_repeats_as_people_write_them_are_fine(String pattern, String text) {
        assertThat(matches(pattern).matches(TestFields.facts("text", text))).isTrue();
    }

    @Test
    void the_largest_pattern_still_keeps_the_bound() {
        Condition condition = matches("(.*a){48}b");
        Facts facts = TestFields.facts("text", "a".repeat(60_000));

        assertThat(effort(() -> condition.matches(facts))).isLessThan(BOUND);
    }

    /**
     * Time this thread computed, so that a busy machine does not count; the least of three, so that compiling does
     * not.
     */
    private static Duration effort(Runnable run) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long began = threads.getCurrentThreadCpuTime();
            run.run();
            least = Math.min(least, threads.getCurrentThreadCpuTime() - began);
        }
        return Duration.ofNanos(least);
    }

    private static Condition matches(String pattern) {
        return TestFields.READER.read(
                StoredJson.object()
                        .add("field", "text")
                        .add("operator", "matches")
                        .add("value", pattern)
                        .build(),
                "");
    }
}
