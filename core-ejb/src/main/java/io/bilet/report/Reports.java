package io.bilet.report;

import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.platform.error.InvalidInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers questions about the work of the desk in numbers. */
@ApplicationScoped
public class Reports {

    /** What stands for "none" where null cannot. */
    private static final String NONE = "";

    @Inject
    ReportQueries queries;

    /**
     * The lines of a report: by part of the period, then by key. What counts nothing has no line, unless nothing is
     * told apart: then each part has one.
     *
     * @throws InvalidInput if there would be more than {@value ReportQueries#LINES_MAX}
     */
    public List<ReportLine> lines(Caller caller, Question question) {
        caller.require(Permission.REPORTS_READ);
        List<ReportLine> lines = question.report() == ReportName.BACKLOG
                ? backlog(caller, question)
                : queries.measured(caller, question);
        if (question.by() == null) {
            lines = everyPart(question, lines);
        }
        requireFew(lines);
        return named(question.by(), lines);
    }

    private static void requireFew(List<ReportLine> lines) {
        if (lines.size() > ReportQueries.LINES_MAX) {
            throw new InvalidInput(
                    "group_by",
                    "too_many_lines",
                    "A report has at most %d lines; ask for a shorter period, longer parts or less."
                            .formatted(ReportQueries.LINES_MAX));
        }
    }

    /** Counts once at the end of the first part, and from there on by what came and went. */
    private List<ReportLine> backlog(Caller caller, Question question) {
        Period period = question.period();
        List<ReportLine> first = queries.unsolvedAt(caller, question, period.endOf(0));
        if (period.parts() == 1) {
            return first;
        }
        Map<String, long[]> byKey = new TreeMap<>();
        first.forEach(line -> changes(byKey, line, period)[0] += line.count());
        List<ReportLine> came = queries.came(caller, question);
        List<ReportLine> went = queries.went(caller, question);
        requireFew(came);
        requireFew(went);
        came.forEach(line -> changes(byKey, line, period)[line.part()] += line.count());
        went.forEach(line -> changes(byKey, line, period)[line.part()] -= line.count());
        List<ReportLine> lines = new ArrayList<>();
        byKey.forEach((key, changes) -> {
            long standing = 0;
            for (int part = 0; part < changes.length; part++) {
                standing += changes[part];
                if (standing > 0) {
                    lines.add(ReportLine.counted(part, key.equals(NONE) ? null : key, standing, standing));
                }
            }
        });
        lines.sort(Comparator.comparingInt(ReportLine::part));
        return lines;
    }

    private static long[] changes(Map<String, long[]> byKey, ReportLine line, Period period) {
        return byKey.computeIfAbsent(Objects.requireNonNullElse(line.key(), NONE), key -> new long[period.parts()]);
    }

    private static List<ReportLine> everyPart(Question question, List<ReportLine> lines) {
        List<ReportLine> all = new ArrayList<>();
        for (int part = 0; part < question.period().parts(); part++) {
            int present = part;
            all.add(lines.stream()
                    .filter(line -> line.part() == present)
                    .findFirst()
                    .orElseGet(() -> ReportLine.counted(present, null, 0, 0)));
        }
        return all;
    }

    private List<ReportLine> named(@Nullable Dimension by, List<ReportLine> lines) {
        if (by == null) {
            return lines;
        }
        List<String> keys = lines.stream()
                .map(ReportLine::key)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, String> names = queries.names(by, keys);
        return lines.stream().map(line -> named(by, line, names)).toList();
    }

    private static ReportLine named(Dimension by, ReportLine line, Map<String, String> names) {
        String key = line.key();
        return key == null ? line : line.about(by.written(key), names.get(key));
    }
}
