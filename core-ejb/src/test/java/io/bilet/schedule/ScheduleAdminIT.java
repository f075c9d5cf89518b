package io.bilet.schedule;

import static io.bilet.schedule.Hours.week;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.time.BusinessClock;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScheduleAdminIT {

    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00.123456Z");

    private final Beans beans = new Beans().with(BusinessClock.standingAt(MONDAY));
    private final ScheduleAdmin admin = beans.get(ScheduleAdmin.class);
    private final String name = "Office " + UUID.randomUUID();

    @Test
    void a_schedule_comes_back_as_it_was_stored() {
        ScheduleProfile profile = profile(name);

        ScheduleId id = admin.create(profile).id();

        Schedule stored = TestDatabase.inTransaction(
                () -> beans.get(ScheduleRepository.class).get(id));
        assertThat(stored.profile()).isEqualTo(profile);
        assertThat(stored.createdAt()).isEqualTo(MONDAY);
    }

    @Test
    void each_change_is_a_new_version_and_the_old_one_is_kept() {
        ScheduleId id = admin.create(profile(name)).id();

        Schedule changed = admin.update(
                id,
                Optional.of(0),
                profile -> new ScheduleProfile(
                        profile.name(),
                        profile.zone(),
                        week("mon 10:00-12:00"),
                        profile.holidays(),
                        profile.exceptions(),
                        profile.publicHolidays()));

        assertThat(changed.version()).isEqualTo(1);
        assertThat(versions(id)).isEqualTo(2);
    }

    @Test
    void a_change_that_changes_nothing_makes_no_version() {
        ScheduleId id = admin.create(profile(name)).id();

        admin.update(id, Optional.empty(), profile -> profile);

        assertThat(versions(id)).isEqualTo(1);
    }

    @Test
    void an_outdated_change_is_refused() {
        ScheduleId id = admin.create(profile(name)).id();

        assertThatThrownBy(() -> admin.update(id, Optional.of(7), profile -> profile))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void a_name_is_taken_once() {
        admin.create(profile(name));

        assertThatThrownBy(() -> admin.create(profile(name))).isInstanceOf(Conflict.class);
    }

    @Test
    void the_hours_in_memory_follow_a_change() {
        Schedules schedules = beans.get(Schedules.class);
        ScheduleId id = admin.create(profile(name)).id();
        Instant before =
                TestDatabase.inTransaction(() -> eventually(schedules, id, 0).add(MONDAY, Duration.ofHours(1)));

        admin.update(
                id,
                Optional.empty(),
                profile -> new ScheduleProfile(
                        profile.name(),
                        profile.zone(),
                        week("fri 10:00-12:00"),
                        profile.holidays(),
                        profile.exceptions(),
                        profile.publicHolidays()));

        Instant after =
                TestDatabase.inTransaction(() -> eventually(schedules, id, 1).add(MONDAY, Duration.ofHours(1)));
        assertThat(before).isEqualTo(MONDAY.plus(Duration.ofHours(1)));
        assertThat(after).isEqualTo(Instant.parse("2026-11-27T10:00:00Z"));
    }

    @Test
    void time_is_counted_by_the_hours_of_each_instant() {
        Schedules schedules = beans.get(Schedules.class);
        ScheduleId id = admin.create(profile(name)).id();
        admin.update(
                id,
                Optional.empty(),
                profile -> new ScheduleProfile(
                        profile.name(),
                        profile.zone(),
                        week("mon 13:00-14:00"),
                        List.of(),
                        List.of(),
                        PublicHolidays.NONE));

        TestDatabase.inTransaction(() -> eventually(schedules, id, 1));

        WorkingHours hours =
                TestDatabase.inTransaction(() -> schedules.history(id)).orElseThrow();
        assertThat(hours.between(MONDAY.minus(Duration.ofDays(7)), MONDAY.minus(Duration.ofDays(6))))
                .as("a Monday before the change")
                .isEqualTo(Duration.ofHours(14));
        assertThat(hours.between(MONDAY.minus(Duration.ofHours(4)), MONDAY.plus(Duration.ofDays(1))))
                .as("an hour before the change, one after")
                .isEqualTo(Duration.ofMinutes(120).plus(Duration.ofNanos(123_456_000)));
    }

    @Test
    void the_public_holidays_of_a_region_close_it() {
        Schedules schedules = beans.get(Schedules.class);
        ScheduleId id = admin.create(inBavaria(List.of())).id();

        WorkingHours hours = TestDatabase.inTransaction(() -> eventually(schedules, id, 0));

        assertThat(hours.isOpen(Instant.parse("2027-01-06T09:00:00Z")))
                .as("Epiphany")
                .isFalse();
        assertThat(hours.isOpen(Instant.parse("2027-01-07T09:00:00Z"))).isTrue();
        assertThat(hours.isOpen(Instant.parse("2027-03-26T09:00:00Z")))
                .as("Good Friday")
                .isFalse();
    }

    @Test
    void an_exception_opens_a_public_holiday() {
        Schedules schedules = beans.get(Schedules.class);
        var open =
                new DatedHours(LocalDate.of(2027, 1, 6), "Stocktaking", List.of(Interval.parse("09:00", "11:00", "")));
        ScheduleId id = admin.create(inBavaria(List.of(open))).id();

        WorkingHours hours = TestDatabase.inTransaction(() -> eventually(schedules, id, 0));

        assertThat(hours.isOpen(Instant.parse("2027-01-06T09:00:00Z"))).isTrue();
        assertThat(hours.isOpen(Instant.parse("2027-01-06T10:30:00Z"))).isFalse();
    }

    @Test
    void looking_for_holidays_again_in_the_same_year_makes_no_version() {
        ScheduleId id = admin.create(inBavaria(List.of())).id();

        admin.update(id, Optional.empty(), profile -> profile);

        assertThat(versions(id)).isEqualTo(1);
    }

    private ScheduleProfile inBavaria(List<DatedHours> exceptions) {
        return new ScheduleProfile(
                name,
                ZoneId.of("Europe/Berlin"),
                week("mon-fri 09:00-17:00"),
                List.of(),
                exceptions,
                PublicHolidays.NONE.of(List.of(new HolidayRegion("DE", "by"))));
    }

    @Test
    void a_schedule_that_is_removed_is_gone() {
        ScheduleId id = admin.create(profile(name)).id();

        admin.remove(id, Optional.of(0));

        assertThatThrownBy(() -> admin.update(id, Optional.empty(), profile -> profile))
                .isInstanceOf(NotFound.class);
    }

    /** The stamp is looked at twice a second. */
    private static WorkingHours eventually(Schedules schedules, ScheduleId id, int version) {
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Schedules.Kept> kept = schedules.find(id).filter(k -> k.version() == version);
            if (kept.isPresent()) {
                return kept.get().hours();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("version %d was not seen".formatted(version));
    }

    private static long versions(ScheduleId id) {
        try (var connection = TestDatabase.connect();
                var query =
                        connection.prepareStatement("SELECT COUNT(*) FROM schedule_version WHERE schedule_id = ?")) {
            query.setString(1, id.value().toString());
            var rows = query.executeQuery();
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ScheduleProfile profile(String name) {
        return new ScheduleProfile(
                name,
                ZoneId.of("Europe/Berlin"),
                week("mon-thu 09:00-12:00 13:00-24:00; fri 22:00-06:00"),
                List.of(new Holiday(LocalDate.of(2026, 12, 25), "Christmas")),
                List.of(new DatedHours(
                        LocalDate.of(2026, 12, 24), "Christmas Eve", List.of(Interval.parse("09:00", "12:00", "")))),
                PublicHolidays.NONE);
    }
}
