package io.bilet.rest.schedule;

import io.bilet.api.v1.SchedulesApi;
import io.bilet.api.v1.model.Calculations;
import io.bilet.api.v1.model.Holidays;
import io.bilet.api.v1.model.NewHolidayFeeds;
import io.bilet.api.v1.model.NewSchedule;
import io.bilet.api.v1.model.SchedulePage;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.rest.http.Patch;
import io.bilet.rest.http.register.Kind;
import io.bilet.rest.http.register.Register;
import io.bilet.schedule.HolidayFeedRepository;
import io.bilet.schedule.Schedule;
import io.bilet.schedule.ScheduleAdmin;
import io.bilet.schedule.ScheduleId;
import io.bilet.schedule.ScheduleProfile;
import io.bilet.schedule.ScheduleRepository;
import io.bilet.schedule.Schedules;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Schedules over HTTP. */
@ApiResource
@Path(SchedulesApi.BASE_PATH)
public class SchedulesResource implements SchedulesApi {

    private static final Kind<Schedule> SCHEDULE =
            new Kind<>("schedule", "schedules", Schedule::id, Schedule::version, ScheduleJson::of);

    @Inject
    ScheduleAdmin admin;

    @Inject
    ScheduleRepository schedules;

    @Inject
    HolidayFeedRepository feeds;

    @Inject
    Schedules hours;

    @Inject
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response listSchedules(ListSchedulesQuery query) {
        Slice<Schedule> slice = schedules.page(paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                slice.map(ScheduleJson::of),
                (items, next) -> new SchedulePage().items(items).next(next));
    }

    @Override
    public Response createSchedule(NewSchedule body) {
        return register.created(SCHEDULE, () -> admin.create(ScheduleJson.toProfile(body)));
    }

    @Override
    public Response getSchedule(String scheduleId) {
        return register.found(SCHEDULE, schedules.get(ScheduleId.parse(scheduleId)));
    }

    @Override
    public Response updateSchedule(String scheduleId, String ifMatch, JsonObject body) {
        Schedule schedule = change(scheduleId, ifMatch, profile -> ScheduleJson.patched(profile, new Patch(body)));
        return register.found(SCHEDULE, schedule);
    }

    @Override
    public Response deleteSchedule(String scheduleId, String ifMatch) {
        ScheduleId id = ScheduleId.parse(scheduleId);
        return register.removed(SCHEDULE, () -> schedules.get(id), () -> admin.remove(id, Etag.optional(ifMatch)));
    }

    @Override
    public Response listHolidays(String scheduleId) {
        return Response.ok(ScheduleJson.holidaysOf(schedules.get(ScheduleId.parse(scheduleId))))
                .build();
    }

    @Override
    public Response updateHolidays(String scheduleId, String ifMatch, Holidays body) {
        Schedule schedule = change(
                scheduleId, ifMatch, profile -> ScheduleJson.with(profile, ScheduleJson.toHolidays(body.getItems())));
        return Response.ok(ScheduleJson.holidaysOf(schedule)).build();
    }

    @Override
    public Response listHolidayFeeds(String scheduleId) {
        return feedsOf(schedules.get(ScheduleId.parse(scheduleId)));
    }

    @Override
    public Response updateHolidayFeeds(String scheduleId, String ifMatch, NewHolidayFeeds body) {
        return feedsOf(change(scheduleId, ifMatch, profile -> ScheduleJson.fedBy(profile, body.getItems())));
    }

    private Response feedsOf(Schedule schedule) {
        return Response.ok(ScheduleJson.of(
                        feeds.of(schedule.profile().publicHolidays().feeds())))
                .build();
    }

    private Schedule change(String scheduleId, @Nullable String ifMatch, UnaryOperator<ScheduleProfile> change) {
        ScheduleId id = ScheduleId.parse(scheduleId);
        Optional<Integer> expected = Etag.optional(ifMatch);
        return register.update(SCHEDULE, () -> schedules.get(id), () -> admin.update(id, expected, change));
    }

    @Override
    public Response createCalculations(String scheduleId, Calculations body) {
        return Response.ok(CalculationJson.answers(body, hours.hours(ScheduleId.parse(scheduleId))))
                .build();
    }
}
