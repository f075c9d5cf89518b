package io.bilet.report;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.schedule.Holiday;
import io.bilet.schedule.HolidaysColumn;
import io.bilet.schedule.WeekColumn;
import io.bilet.schedule.WorkingHours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The hours of schedules over time, each version from when it was valid. */
@ApplicationScoped
public class ScheduleVersionQueries {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** The first version also holds before it was made: nobody knows of another. */
    Hours of(UUID schedule) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        "SELECT valid_from, time_zone, intervals, holidays FROM schedule_version"
                                + " WHERE schedule_id = :schedule ORDER BY version")
                .setParameter("schedule", schedule.toString())
                .getResultList();
        NavigableMap<Instant, Hours> versions = new TreeMap<>();
        rows.forEach(row -> versions.put(Objects.requireNonNull(Utc.instant(row[0])), hours(row)));
        return versions.isEmpty()
                ? Hours.ALWAYS
                : Hours.changing(versions.firstEntry().getValue(), versions);
    }

    private static Hours hours(Object[] row) {
        var week = new WeekColumn().convertToEntityAttribute(Columns.text(row[2]));
        var holidays = new HolidaysColumn()
                .convertToEntityAttribute(Columns.text(row[3])).stream()
                        .map(Holiday::date)
                        .collect(Collectors.toSet());
        return new WorkingHours(ZoneId.of(Columns.text(row[1])), week, holidays)::between;
    }
}
