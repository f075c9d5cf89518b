package io.bilet.schedule;

import io.bilet.platform.error.StaleVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Working hours with a name, by which policies and people refer to them. Each change is a new version, and the old one
 * is kept.
 */
@Entity
@Table(name = "schedule")
public class Schedule {

    @Id
    private UUID id;

    @Column(nullable = false, unique = true)
    private String name;

    @Column(name = "time_zone", nullable = false)
    private String timeZone;

    @Convert(converter = WeekColumn.class)
    @Column(name = "intervals", nullable = false)
    private Week week;

    @Convert(converter = HolidaysColumn.class)
    @Column(nullable = false)
    private List<Holiday> holidays;

    @Convert(converter = ExceptionsColumn.class)
    @Column(nullable = false)
    private List<DatedHours> exceptions;

    @Convert(converter = HolidayRegionsColumn.class)
    @Column(name = "public_holidays_of", nullable = false)
    private List<HolidayRegion> publicHolidaysOf;

    @Convert(converter = FeedsColumn.class)
    @Column(name = "holiday_feeds", nullable = false)
    private List<String> holidayFeeds;

    @Convert(converter = HolidaysColumn.class)
    @Column(name = "public_holidays", nullable = false)
    private List<Holiday> publicHolidays;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Schedule() {} // for JPA

    public Schedule(ScheduleId id, ScheduleProfile profile, Instant now) {
        this.id = id.value();
        this.createdAt = now;
        describe(profile, now);
    }

    /**
     * Takes over everything the profile says.
     *
     * @throws io.bilet.platform.error.InvalidInput if it does not open within five years
     */
    public final void describe(ScheduleProfile profile, Instant now) {
        profile.requireOpening(now);
        name = profile.name();
        timeZone = profile.zone().getId();
        week = profile.week();
        holidays = profile.holidays();
        exceptions = profile.exceptions();
        publicHolidaysOf = profile.publicHolidays().regions();
        holidayFeeds = profile.publicHolidays().feeds();
        publicHolidays = profile.publicHolidays().dates();
        updatedAt = now;
    }

    /**
     * Refuses a change based on an outdated reading.
     *
     * @throws StaleVersion if {@code expected} is given and not the present version
     */
    public void requireVersion(Optional<Integer> expected) {
        StaleVersion.unlessCurrent(expected, version);
    }

    public ScheduleProfile profile() {
        return new ScheduleProfile(
                name,
                ZoneId.of(timeZone),
                week,
                holidays,
                exceptions,
                new PublicHolidays(publicHolidaysOf, holidayFeeds, publicHolidays));
    }

    public ScheduleId id() {
        return new ScheduleId(id);
    }

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public int version() {
        return version;
    }
}
