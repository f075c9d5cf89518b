package io.bilet.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.platform.time.BusinessClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PluginHealthTest {

    private final Hand clock = new Hand();
    private final PluginHealth health = new PluginHealth(clock);

    @Test
    void three_failures_in_a_row_give_a_rest_of_half_a_minute() {
        fail(2);
        assertThat(health.status()).isEqualTo(PluginStatus.ACTIVE);

        fail(1);
        assertThat(health.status()).isEqualTo(PluginStatus.RESTING);

        clock.move(PluginHealth.REST);
        assertThat(health.status()).isEqualTo(PluginStatus.ACTIVE);
    }

    @Test
    void after_a_rest_one_more_failure_is_enough_and_one_success_is_too() {
        fail(3);
        clock.move(PluginHealth.REST);

        fail(1);
        assertThat(health.status()).isEqualTo(PluginStatus.RESTING);

        clock.move(PluginHealth.REST);
        health.succeeded();
        fail(2);
        assertThat(health.status()).isEqualTo(PluginStatus.ACTIVE);
    }

    @Test
    void a_burst_of_failures_does_not_suspend() {
        fail(50);

        assertThat(health.status()).isEqualTo(PluginStatus.RESTING);
    }

    @Test
    void a_slow_trickle_of_failures_does_not_suspend() {
        for (int i = 0; i < 9; i++) {
            fail(1);
            clock.move(Duration.ofMinutes(5));
        }

        assertThat(health.status()).isEqualTo(PluginStatus.ACTIVE);
    }

    @Test
    void ten_failures_in_a_row_over_more_than_ten_minutes_suspend_for_good() {
        for (int i = 0; i < 10; i++) {
            fail(1);
            clock.move(Duration.ofSeconds(70));
        }

        clock.move(Duration.ofDays(1));
        assertThat(health.status()).isEqualTo(PluginStatus.SUSPENDED);
    }

    @Test
    void a_plea_for_patience_gives_a_rest_and_never_suspends() {
        for (int i = 0; i < 50; i++) {
            health.unavailable("The far end is down.", Optional.empty());
            clock.move(Duration.ofMinutes(5));
        }
        assertThat(health.status()).isEqualTo(PluginStatus.ACTIVE);

        health.unavailable("The far end is down.", Optional.empty());
        assertThat(health.status()).isEqualTo(PluginStatus.RESTING);
    }

    @Test
    void calls_and_failures_are_counted_and_the_last_reason_is_kept() {
        health.succeeded();
        fail(2);

        PluginHealth.Figures figures = health.figures();
        assertThat(figures.calls()).isEqualTo(3);
        assertThat(figures.failures()).isEqualTo(2);
        assertThat(figures.lastFailure()).isEqualTo(new PluginHealth.Failure(clock.instant(), "It broke."));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            health.failed("It broke.");
        }
    }

    /** A clock moved by hand. */
    private static final class Hand extends Clock {

        private BusinessClock now = BusinessClock.standingAt(Instant.parse("2026-11-23T10:00:00Z"));

        void move(Duration ahead) {
            now = now.after(ahead);
        }

        @Override
        public Instant instant() {
            return now.instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return now.withZone(zone);
        }
    }
}
