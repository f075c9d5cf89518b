package io.bilet.rest.report;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.ReportsApi;
import io.bilet.brand.BrandId;
import io.bilet.people.GroupId;
import io.bilet.people.OrganizationId;
import io.bilet.people.UserId;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.json.Wire;
import io.bilet.platform.time.Zones;
import io.bilet.report.Dimension;
import io.bilet.report.Period;
import io.bilet.report.Question;
import io.bilet.report.ReportLine;
import io.bilet.report.ReportName;
import io.bilet.report.Reports;
import io.bilet.rest.http.ApiResource;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reports over HTTP. */
@ApiResource
@Path(ReportsApi.BASE_PATH)
public class ReportsResource implements ReportsApi {

    private static final MediaType CSV = new MediaType("text", "csv", "UTF-8");

    @Inject
    CurrentCaller caller;

    @Inject
    Reports reports;

    @Override
    public Response listReports() {
        return Response.ok(ReportJson.all()).build();
    }

    @Override
    public Response getReport(String reportName, GetReportQuery query) {
        Question question = question(reportName, query);
        List<ReportLine> lines = reports.lines(caller.get(), question);
        return "csv".equals(query.format)
                ? Response.ok(ReportCsv.of(question, lines), CSV).build()
                : Response.ok(ReportJson.of(question, lines)).build();
    }

    private static Question question(String name, GetReportQuery query) {
        Period.Interval interval =
                query.interval == null ? null : Wire.read(Period.Interval.class, query.interval, "interval");
        ZoneId zone = query.timeZone == null ? ZoneOffset.UTC : Zones.parse(query.timeZone, "time_zone");
        Dimension by = query.groupBy == null ? null : Dimension.valueOf(query.groupBy.name());
        return new Question(report(name), Period.of(query.from, query.to, interval, zone), by, only(query));
    }

    private static ReportName report(String name) {
        return Arrays.stream(ReportName.values())
                .filter(report -> Wire.of(report).equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("report"));
    }

    private static Map<Dimension, String> only(GetReportQuery query) {
        Map<Dimension, String> only = new EnumMap<>(Dimension.class);
        narrow(only, Dimension.AGENT, query.agentId, id -> UserId.parse(id).value());
        narrow(only, Dimension.GROUP, query.groupId, id -> GroupId.parse(id).value());
        narrow(only, Dimension.TIER, query.tier, tier -> tier);
        narrow(only, Dimension.CHANNEL, query.channel, Enum::name);
        narrow(only, Dimension.ORGANIZATION, query.organizationId, id -> OrganizationId.parse(id)
                .value());
        narrow(only, Dimension.SEGMENT, query.segment, text -> text.toLowerCase(Locale.ROOT));
        narrow(only, Dimension.TAG, query.tag, text -> text.toLowerCase(Locale.ROOT));
        narrow(only, Dimension.BRAND, query.brandId, id -> BrandId.parse(id).value());
        narrow(only, Dimension.METRIC, query.metric, Wire::of);
        return only;
    }

    private static <T> void narrow(
            Map<Dimension, String> only, Dimension dimension, @Nullable T asked, Function<T, Object> stored) {
        if (asked != null) {
            only.put(dimension, stored.apply(asked).toString());
        }
    }
}
