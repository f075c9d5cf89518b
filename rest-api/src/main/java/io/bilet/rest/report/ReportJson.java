package io.bilet.rest.report;

import io.bilet.api.v1.model.Report;
import io.bilet.api.v1.model.ReportBucket;
import io.bilet.api.v1.model.ReportDimension;
import io.bilet.api.v1.model.ReportEntry;
import io.bilet.api.v1.model.ReportList;
import io.bilet.api.v1.model.ReportTimes;
import io.bilet.platform.json.Wire;
import io.bilet.report.Dimension;
import io.bilet.report.Period;
import io.bilet.report.Question;
import io.bilet.report.ReportLine;
import io.bilet.report.ReportName;
import io.bilet.report.Times;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports as the API shows them. */
final class ReportJson {

    private ReportJson() {}

    static ReportList all() {
        return new ReportList()
                .items(Arrays.stream(ReportName.values()).map(ReportJson::entry).toList());
    }

    private static ReportEntry entry(ReportName report) {
        return new ReportEntry().name(Wire.of(report)).bucket(bucket(report)).timed(report.isTimed());
    }

    private static ReportBucket bucket(ReportName report) {
        return new ReportBucket().name(report.bucket()).counted(report.counted());
    }

    static Report of(Question question, List<ReportLine> lines) {
        Period period = question.period();
        Dimension by = question.by();
        return new Report()
                .name(Wire.of(question.report()))
                .bucket(bucket(question.report()))
                .start(period.from())
                .end(period.to())
                .groupBy(by == null ? null : ReportDimension.valueOf(by.name()))
                .items(lines.stream().map(line -> line(question, line)).toList());
    }

    private static io.bilet.api.v1.model.ReportLine line(Question question, ReportLine line) {
        var json = new io.bilet.api.v1.model.ReportLine()
                .start(question.period().startOf(line.part()))
                .end(question.period().endOf(line.part()))
                .key(line.key())
                .name(line.name())
                .count(line.count())
                .calendar(times(line.calendar()))
                .business(times(line.business()));
        return question.report().isShare() ? json.of(line.of()).share(share(line)) : json;
    }

    private static @Nullable Double share(ReportLine line) {
        return line.of() == 0 ? null : (double) line.count() / line.of();
    }

    private static @Nullable ReportTimes times(@Nullable Times times) {
        return times == null
                ? null
                : new ReportTimes()
                        .total(times.total().toString())
                        .mean(times.mean().toString())
                        .median(times.median().toString())
                        .p90(times.ninetieth().toString())
                        .max(times.longest().toString());
    }
}
