package io.bilet.rest.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.report.Dimension;
import io.bilet.report.Period;
import io.bilet.report.Question;
import io.bilet.report.ReportLine;
import io.bilet.report.ReportName;
import io.bilet.report.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCsvTest {

    private static final Period PERIOD = Period.of(
            Instant.parse("2026-11-16T00:00:00Z"), Instant.parse("2026-11-23T00:00:00Z"), null, ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49", "-2", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠A", "|cmd"})
    void what_a_spreadsheet_would_compute_is_text(String name) {
        assertThat(ReportCsv.text(name)).isEqualTo("'" + name);
    }

    @Test
    void what_has_commas_and_quotes_is_one_field() {
        String csv = ReportCsv.of(counted(), List.of(line("Sales, \"North\"", null)));

        assertThat(csv)
                .isEqualTo("start,end,key,name,count\r\n"
                        + "2026-11-16T00:00:00Z,2026-11-23T00:00:00Z,grp_1,\"Sales, \"\"North\"\"\",4\r\n");
    }

    @Test
    void numbers_stay_numbers() {
        var timed = new Question(ReportName.FIRST_REPLY_TIME, PERIOD, Dimension.GROUP, Map.of());
        var times = new Times(
                Duration.ofHours(1),
                Duration.ofMinutes(15),
                Duration.ofSeconds(100),
                Duration.ofMillis(1_500),
                Duration.ofMinutes(50));

        String csv = ReportCsv.of(timed, List.of(line("Sales", times)));

        assertThat(csv.lines().skip(1))
                .singleElement()
                .asString()
                .endsWith("4,3600,900,100,1.5,3000,3600,900,100,1.5,3000");
    }

    private static Question counted() {
        return new Question(ReportName.REPLIES, PERIOD, Dimension.GROUP, Map.of());
    }

    private static ReportLine line(String name, @Nullable Times times) {
        return new ReportLine(0, "grp_1", name, 4, 4, times, times);
    }
}
