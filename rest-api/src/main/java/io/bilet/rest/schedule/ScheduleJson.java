package io.bilet.rest.schedule;

import io.bilet.api.v1.model.HolidayFeeds;
import io.bilet.api.v1.model.Holidays;
import io.bilet.api.v1.model.NewHolidayFeed;
import io.bilet.api.v1.model.NewSchedule;
import io.bilet.platform.time.Zones;
import io.bilet.rest.http.Patch;
import io.bilet.schedule.Holiday;
import io.bilet.schedule.HolidayFeed;
import io.bilet.schedule.Schedule;
import io.bilet.schedule.ScheduleProfile;
import io.bilet.schedule.Week;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schedules as the API shows and takes them. */
final class ScheduleJson {

    private ScheduleJson() {}

    static io.bilet.api.v1.model.Schedule of(Schedule schedule) {
        ScheduleProfile profile = schedule.profile();
        return new io.bilet.api.v1.model.Schedule()
                .id(schedule.id().toString())
                .name(profile.name())
                .timeZone(profile.zone().getId())
                .intervals(WeekJson.of(profile.week()))
                .holidays(holidays(profile.holidays()))
                .exceptions(DatedHoursJson.of(profile.exceptions()))
                .publicHolidaysOf(HolidayRegionJson.of(profile.publicHolidays()))
                .holidayFeeds(profile.publicHolidays().feeds())
                .publicHolidays(holidays(profile.publicHolidays().dates()))
                .createdAt(schedule.createdAt())
                .updatedAt(schedule.updatedAt())
                .version(schedule.version());
    }

    static Holidays holidaysOf(Schedule schedule) {
        return new Holidays().items(holidays(schedule.profile().holidays()));
    }

    private static List<io.bilet.api.v1.model.Holiday> holidays(List<Holiday> dates) {
        return dates.stream()
                .map(holiday ->
                        new io.bilet.api.v1.model.Holiday().date(holiday.date()).name(holiday.name()))
                .toList();
    }

    static ScheduleProfile toProfile(NewSchedule body) {
        return new ScheduleProfile(
                body.getName(),
                Zones.parse(body.getTimeZone(), "/time_zone"),
                WeekJson.toWeek(body.getIntervals()),
                toHolidays(body.getHolidays()),
                DatedHoursJson.toDomain(body.getExceptions()),
                HolidayRegionJson.toDomain(body.getPublicHolidaysOf()));
    }

    static List<Holiday> toHolidays(@Nullable List<io.bilet.api.v1.model.Holiday> holidays) {
        return holidays == null
                ? List.of()
                : holidays.stream()
                        .map(holiday -> new Holiday(holiday.getDate(), holiday.getName()))
                        .toList();
    }

    static ScheduleProfile patched(ScheduleProfile present, Patch patch) {
        Week week = patch.inner("intervals")
                .map(days -> WeekJson.patched(present.week(), days))
                .orElse(present.week());
        return new ScheduleProfile(
                patch.text("name", present.name()),
                Zones.parse(patch.text("time_zone", present.zone().getId()), "/time_zone"),
                week,
                patch.json().get("holidays") instanceof JsonArray dates ? holidays(dates) : present.holidays(),
                patch.json().get("exceptions") instanceof JsonArray dates
                        ? DatedHoursJson.toDomain(dates)
                        : present.exceptions(),
                patch.json().get("public_holidays_of") instanceof JsonArray regions
                        ? HolidayRegionJson.patched(present.publicHolidays(), regions)
                        : present.publicHolidays());
    }

    private static List<Holiday> holidays(JsonArray dates) {
        return dates.getValuesAs(JsonObject.class).stream()
                .map(date -> new Holiday(LocalDate.parse(date.getString("date")), date.getString("name")))
                .toList();
    }

    /** The same schedule, closed by other feeds. */
    static ScheduleProfile fedBy(ScheduleProfile present, List<NewHolidayFeed> feeds) {
        return new ScheduleProfile(
                present.name(),
                present.zone(),
                present.week(),
                present.holidays(),
                present.exceptions(),
                present.publicHolidays()
                        .from(feeds.stream().map(NewHolidayFeed::getUrl).toList()));
    }

    static HolidayFeeds of(List<HolidayFeed> feeds) {
        return new HolidayFeeds()
                .items(feeds.stream()
                        .map(feed -> new io.bilet.api.v1.model.HolidayFeed()
                                .url(feed.url())
                                .readAt(feed.readAt())
                                .problem(feed.problem()))
                        .toList());
    }

    /** The same schedule with other closed dates. */
    static ScheduleProfile with(ScheduleProfile present, List<Holiday> holidays) {
        return new ScheduleProfile(
                present.name(),
                present.zone(),
                present.week(),
                holidays,
                present.exceptions(),
                present.publicHolidays());
    }
}
