package io.bilet.sla;

import static java.util.stream.Collectors.joining;

import io.bilet.sla.policy.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The warnings that a running clock has still to sound.
 *
 * @param upcoming earliest first
 */
public record Warnings(List<Warning> upcoming) {

    public static final Warnings NONE = new Warnings(List.of());

    /** One warning: the label of its step and when it sounds. */
    public record Warning(String step, Instant at) {}

    /** What lies ahead at {@code at} if the run goes on under this promise. */
    static Warnings ahead(Promise promise, Run run, Instant at) {
        return new Warnings(all(promise, run)
                .filter(warning -> warning.at.isAfter(at))
                .sorted(Comparator.comparing(Warning::at))
                .toList());
    }

    /** As {@link #ahead}, and the last one that lies behind: another target says at once how far things are. */
    static Warnings anew(Promise promise, Run run, Instant at) {
        Stream<Warning> behind = all(promise, run)
                .filter(warning -> !warning.at.isAfter(at))
                .max(Comparator.comparing(Warning::at))
                .stream();
        return new Warnings(
                Stream.concat(behind, ahead(promise, run, at).upcoming.stream()).toList());
    }

    private static Stream<Warning> all(Promise promise, Run run) {
        Duration target = promise.target();
        if (target == null) {
            return Stream.empty();
        }
        return promise.warnings().stream().flatMap(step -> {
            Duration used = step.usedOf(target);
            Instant at = used.compareTo(Duration.ZERO) > 0 ? run.whenUsed(used, promise.pace()) : null;
            return at == null ? Stream.empty() : Stream.of(new Warning(step.label(), at));
        });
    }

    public Optional<Warning> first() {
        return upcoming.stream().findFirst();
    }

    /** The last one whose time has passed; those before it have been overtaken and stay silent. */
    Optional<Warning> passedBy(Instant now) {
        return upcoming.stream().filter(warning -> warning.at.isBefore(now)).reduce((before, last) -> last);
    }

    /** The steps whose time has passed, in that order. */
    List<String> labelsBefore(Instant now) {
        return upcoming.stream()
                .filter(warning -> warning.at.isBefore(now))
                .map(Warning::step)
                .toList();
    }

    Warnings after(Instant now) {
        return new Warnings(
                upcoming.stream().filter(warning -> !warning.at.isBefore(now)).toList());
    }

    /** The stored form: {@code 50%=2026-03-02T10:00:00Z 80%=…}. */
    String toText() {
        return upcoming.stream().map(warning -> warning.step + "=" + warning.at).collect(joining(" "));
    }

    static Warnings ofText(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        return new Warnings(
                Arrays.stream(text.split(" ", -1)).map(Warnings::read).toList());
    }

    private static Warning read(String text) {
        int split = text.indexOf('=');
        return new Warning(text.substring(0, split), Instant.parse(text.substring(split + 1)));
    }
}
