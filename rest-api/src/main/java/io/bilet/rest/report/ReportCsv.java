package io.bilet.rest.report;

import io.bilet.report.Period;
import io.bilet.report.Question;
import io.bilet.report.ReportLine;
import io.bilet.report.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reports as comma-separated values (RFC 4180), for spreadsheets: numbers stay numbers, and text that a spreadsheet
 * would take for a formula is text, by an apostrophe before it.
 */
final class ReportCsv {

    private static final String LINE_END = "\r\n";

    /** What begins a formula somewhere, the full-width forms included. */
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r\n＝＋－＠|";

    private static final List<String> TIME_NAMES = List.of("total", "mean", "median", "p90", "max");

    private ReportCsv() {}

    static String of(Question question, List<ReportLine> lines) {
        Stream<List<String>> rows = lines.stream().map(line -> row(question, line));
        return Stream.concat(Stream.of(headings(question)), rows)
                .map(row -> row.stream().map(ReportCsv::quoted).collect(Collectors.joining(",", "", LINE_END)))
                .collect(Collectors.joining());
    }

    private static List<String> headings(Question question) {
        List<String> names = new ArrayList<>(List.of("start", "end", "key", "name", "count"));
        if (question.report().isShare()) {
            names.addAll(List.of("of", "share"));
        }
        if (question.report().isTimed()) {
            for (String kind : List.of("calendar", "business")) {
                TIME_NAMES.forEach(name -> names.add(kind + "_" + name + "_seconds"));
            }
        }
        return names;
    }

    private static List<String> row(Question question, ReportLine line) {
        Period period = question.period();
        List<String> row = new ArrayList<>(List.of(
                period.startOf(line.part()).toString(),
                period.endOf(line.part()).toString(),
                text(line.key()),
                text(line.name()),
                Long.toString(line.count())));
        if (question.report().isShare()) {
            row.add(Long.toString(line.of()));
            row.add(line.of() == 0 ? "" : Double.toString((double) line.count() / line.of()));
        }
        if (question.report().isTimed()) {
            row.addAll(seconds(line.calendar()));
            row.addAll(seconds(line.business()));
        }
        return row;
    }

    private static List<String> seconds(@Nullable Times times) {
        return times == null
                ? TIME_NAMES.stream().map(name -> "").toList()
                : Stream.of(times.total(), times.mean(), times.median(), times.ninetieth(), times.longest())
                        .map(ReportCsv::seconds)
                        .toList();
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9))
                .setScale(6, RoundingMode.UNNECESSARY)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Text that somebody wrote, made harmless. */
    static String text(@Nullable String text) {
        if (text == null) {
            return "";
        }
        boolean formula = !text.isEmpty() && FORMULA_BEGINNINGS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
