package io.bilet.rest.schedule;

import io.bilet.api.v1.SchedulesApi;
import io.bilet.api.v1.model.Calculations;
import io.bilet.api.v1.model.Holidays;
import io.bilet.api.v1.model.NewSchedule;
import io.bilet.api.v1.model.SchedulePage;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.rest.http.Patch;
import io.bilet.schedule.Schedule;
import io.bilet.schedule.ScheduleAdmin;
import io.bilet.schedule.ScheduleId;
import io.bilet.schedule.ScheduleRepository;
import io.bilet.schedule.Schedules;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;

/** Schedules over HTTP. */
@ApiResource
@Path(SchedulesApi.BASE_PATH)
public class SchedulesResource implements SchedulesApi {

    @Inject
    ScheduleAdmin admin;

    @Inject
    ScheduleRepository schedules;

    @Inject
    Schedules hours;

    @Inject
    Paging paging;

    @Override
    public Response listSchedules(ListSchedulesQuery query) {
        Slice<Schedule> slice = schedules.page(paging.begin(query.cursor), paging.limit(query.limit));
        return Response.ok(new SchedulePage()
                        .items(slice.items().stream().map(ScheduleJson::of).toList())
                        .next(paging.next(slice.next())))
                .build();
    }

    @Override
    public Response createSchedule(NewSchedule body) {
        Schedule schedule = admin.create(ScheduleJson.toProfile(body));
        return answer(Response.created(URI.create("schedules/" + schedule.id())), schedule);
    }

    @Override
    public Response getSchedule(String scheduleId) {
        return answer(Response.ok(), schedules.get(ScheduleId.parse(scheduleId)));
    }

    @Override
    public Response updateSchedule(String scheduleId, String ifMatch, JsonObject body) {
        Schedule schedule = admin.update(
                ScheduleId.parse(scheduleId),
                Etag.optional(ifMatch),
                profile -> ScheduleJson.patched(profile, new Patch(body)));
        return answer(Response.ok(), schedule);
    }

    @Override
    public Response deleteSchedule(String scheduleId, String ifMatch) {
        admin.remove(ScheduleId.parse(scheduleId), Etag.optional(ifMatch));
        return Response.noContent().build();
    }

    @Override
    public Response listHolidays(String scheduleId) {
        return Response.ok(ScheduleJson.holidaysOf(schedules.get(ScheduleId.parse(scheduleId))))
                .build();
    }

    @Override
    public Response updateHolidays(String scheduleId, String ifMatch, Holidays body) {
        Schedule schedule = admin.update(
                ScheduleId.parse(scheduleId),
                Etag.optional(ifMatch),
                profile -> ScheduleJson.with(profile, ScheduleJson.toHolidays(body.getItems())));
        return Response.ok(ScheduleJson.holidaysOf(schedule)).build();
    }

    @Override
    public Response createCalculations(String scheduleId, Calculations body) {
        return Response.ok(CalculationJson.answers(body, hours.hours(ScheduleId.parse(scheduleId))))
                .build();
    }

    private static Response answer(ResponseBuilder response, Schedule schedule) {
        return response.tag(Etag.of(schedule.version()))
                .entity(ScheduleJson.of(schedule))
                .build();
    }
}
