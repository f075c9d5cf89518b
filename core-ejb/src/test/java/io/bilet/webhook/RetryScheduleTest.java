package io.bilet.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-20T15:30:00Z");

    @Test
    void ten_attempts_lie_within_seventy_five_hours_and_thirty_five_minutes() {
        Duration all = RetrySchedule.PAUSES.stream().reduce(Duration.ZERO, Duration::plus);

        assertThat(all).isEqualTo(Duration.ofHours(75).plusMinutes(35).plusSeconds(5));
        assertThat(RetrySchedule.pause(9, Optional.empty(), NOW)).isPresent();
        assertThat(RetrySchedule.pause(10, Optional.empty(), NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120                           | PT2M  | longer than planned",
                "1                             | PT5S  | shorter than planned",
                "Fri, 20 Nov 2026 16:30:00 GMT | PT1H  | a date",
                "Fri, 20 Nov 2026 15:00:00 GMT | PT5S  | a date that is past",
                "999999                        | PT24H | longer than the schedule itself",
                "99999999999999999999          | PT5S  | no number",
                "soon                          | PT5S  | neither",
                "-5                            | PT5S  | negative",
            })
    void an_endpoint_that_says_when_is_left_alone_until_then(String retryAfter, Duration pause, String because) {
        assertThat(RetrySchedule.pause(1, Optional.of(retryAfter), NOW))
                .as(because)
                .contains(pause);
    }
}
