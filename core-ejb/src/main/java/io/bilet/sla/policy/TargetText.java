package io.bilet.sla.policy;

import io.bilet.platform.error.FieldError;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Reads lengths of time that somebody may promise. */
final class TargetText {

    private final List<FieldError> errors;

    /** @param errors where what breaks a rule is added */
    TargetText(List<FieldError> errors) {
        this.errors = errors;
    }

    /** Whole seconds, one second to {@value SlaTarget#DAYS_MAX} days; anything where that is refused. */
    Duration read(String text, String place) {
        Duration time;
        try {
            time = Duration.parse(text);
        } catch (DateTimeParseException unreadable) {
            refuse(place, "not_a_duration", "An ISO 8601 duration of days, hours, minutes and seconds was expected.");
            return Duration.ofSeconds(1);
        }
        boolean whole = time.equals(time.truncatedTo(ChronoUnit.SECONDS));
        if (!whole || time.toSeconds() < 1 || time.compareTo(Duration.ofDays(SlaTarget.DAYS_MAX)) > 0) {
            refuse(
                    place,
                    "out_of_range",
                    "Whole seconds are expected, from PT1S to P%dD.".formatted(SlaTarget.DAYS_MAX));
        }
        return time;
    }

    private void refuse(String place, String code, String detail) {
        errors.add(new FieldError(place, code, detail));
    }
}
