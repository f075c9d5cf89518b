package io.bilet.report;

import io.bilet.platform.error.InvalidInput;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told in numbers.
 *
 * @param by null to tell nothing apart
 * @param only values to which the numbers are narrowed, as the database writes them
 */
public record Question(
        ReportName report, Period period, @Nullable Dimension by, Map<Dimension, String> only) {

    /**
     * Refuses what no number is told by.
     *
     * @throws InvalidInput if it asks for the promised metric of anything but breaches
     */
    public Question {
        Map<Dimension, String> copy = new EnumMap<>(Dimension.class);
        copy.putAll(only);
        only = copy;
        if (report != ReportName.BREACHES && (by == Dimension.METRIC || only.containsKey(Dimension.METRIC))) {
            throw new InvalidInput(
                    by == Dimension.METRIC ? "group_by" : "metric",
                    "not_for_this_report",
                    "Only breaches are told by metric.");
        }
    }

    /** The conditions of {@link #only()}, each preceded by AND; their parameters are {@link #parameter}. */
    String conditions() {
        StringBuilder sql = new StringBuilder();
        only.keySet().forEach(each -> sql.append(" AND ").append(each.condition(parameter(each))));
        return sql.toString();
    }

    static String parameter(Dimension dimension) {
        return "only" + dimension.name().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
