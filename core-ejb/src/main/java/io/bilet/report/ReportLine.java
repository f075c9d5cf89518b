package io.bilet.report;

import org.jspecify.annotations.Nullable;

/**
 * One line of a report.
 *
 * @param part of the period, from 0
 * @param key what the line is about, as the API writes it; null for what has none, or if nothing is told apart
 * @param name of what the key names, if it has one
 * @param of what the count is a share of; the count itself if it is none
 * @param calendar null for what is only counted
 * @param business null for what is only counted
 */
public record ReportLine(
        int part,
        @Nullable String key,
        @Nullable String name,
        long count,
        long of,
        @Nullable Times calendar,
        @Nullable Times business) {

    static ReportLine counted(int part, @Nullable String key, long count, long of) {
        return new ReportLine(part, key, null, count, of, null, null);
    }

    ReportLine about(@Nullable String otherKey, @Nullable String otherName) {
        return new ReportLine(part, otherKey, otherName, count, of, calendar, business);
    }
}
