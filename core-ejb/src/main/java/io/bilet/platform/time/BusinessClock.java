package io.bilet.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A {@link Clock} that CDI can hand out: UTC, whole microseconds. */
public class BusinessClock extends Clock {

    private final Clock source;

    protected BusinessClock() {
        this(Clock.systemUTC()); // for the client proxy
    }

    public BusinessClock(Clock source) {
        this.source = source;
    }

    /** A clock that stands still, for tests. */
    public static BusinessClock standingAt(Instant instant) {
        return new BusinessClock(Clock.fixed(instant, ZoneOffset.UTC));
    }

    /** This clock, {@code ahead} later. */
    public BusinessClock after(Duration ahead) {
        return new BusinessClock(Clock.offset(source, ahead));
    }

    @Override
    public Instant instant() {
        return source.instant();
    }

    @Override
    public ZoneId getZone() {
        return source.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return source.withZone(zone);
    }
}
