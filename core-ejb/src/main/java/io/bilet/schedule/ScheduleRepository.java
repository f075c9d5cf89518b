package io.bilet.schedule;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.database.Utc;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Schedules and their former versions. */
@ApplicationScoped
public class ScheduleRepository {

    private static final Position START = new Position("", new UUID(0, 0));

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /**
     * The schedule of that id.
     *
     * @throws NotFound if there is none
     */
    public Schedule get(ScheduleId id) {
        return find(id).orElseThrow(() -> new NotFound("schedule"));
    }

    public Optional<Schedule> find(ScheduleId id) {
        return EntityQueries.find(em, Schedule.class, id.value());
    }

    /** By name. */
    public Slice<Schedule> page(Optional<Position> after, int limit) {
        Position from = after.orElse(START);
        List<Schedule> rows = em.createQuery(
                        "SELECT s FROM Schedule s WHERE s.name > :name OR s.name = :name AND s.id > :id ORDER BY s.name, s.id",
                        Schedule.class)
                .setParameter("name", from.key())
                .setParameter("id", from.id())
                .setMaxResults(limit + 1)
                .getResultList();
        return Slice.of(
                rows,
                limit,
                schedule -> new Position(schedule.name(), schedule.id().value()));
    }

    /** Those that keep the public holidays of some region. */
    public List<ScheduleId> keepingPublicHolidays() {
        @SuppressWarnings("unchecked")
        List<Object> rows = em.createNativeQuery(
                        "SELECT id FROM schedule WHERE public_holidays_of <> '[]' OR holiday_feeds <> '[]'")
                .getResultList();
        return rows.stream().map(row -> new ScheduleId(Columns.uuid(row))).toList();
    }

    /** Those that a feed closes. */
    List<ScheduleId> closedBy(String feed) {
        @SuppressWarnings("unchecked")
        List<Object> rows = em.createNativeQuery(
                        "SELECT id FROM schedule WHERE JSON_CONTAINS(holiday_feeds, JSON_QUOTE(:feed))")
                .setParameter("feed", feed)
                .getResultList();
        return rows.stream().map(row -> new ScheduleId(Columns.uuid(row))).toList();
    }

    /** The latest version that each schedule ever had, also of those that are gone. */
    Map<ScheduleId, Integer> latestVersions() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        "SELECT schedule_id, MAX(version) FROM schedule_version GROUP BY schedule_id")
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> new ScheduleId(Columns.uuid(row[0])), row ->
                (int) Columns.number(row[1])));
    }

    /** The schedules that are there. */
    Set<ScheduleId> present() {
        return em.createQuery("SELECT s.id FROM Schedule s", UUID.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .map(ScheduleId::new)
                .collect(Collectors.toSet());
    }

    /** What a schedule said from each version after {@code known} on, in order. */
    List<Era> eras(ScheduleId id, int known) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        "SELECT time_zone, intervals, holidays, exceptions, public_holidays, valid_from FROM schedule_version"
                                + " WHERE schedule_id = :id AND version > :known ORDER BY version")
                .setParameter("id", id.value().toString())
                .setParameter("known", known)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        return rows.stream().map(ScheduleRepository::era).toList();
    }

    private static Era era(Object[] row) {
        var profile = new ScheduleProfile(
                "stored",
                ZoneId.of(Columns.text(row[0])),
                new WeekColumn().convertToEntityAttribute(Columns.text(row[1])),
                new HolidaysColumn().convertToEntityAttribute(Columns.text(row[2])),
                new ExceptionsColumn().convertToEntityAttribute(Columns.text(row[3])),
                new PublicHolidays(
                        List.of(), List.of(), new HolidaysColumn().convertToEntityAttribute(Columns.text(row[4]))));
        return new Era(Objects.requireNonNull(Utc.instant(row[5])), profile.timetable());
    }

    boolean nameIsTaken(String name, ScheduleId except) {
        return !em.createQuery("SELECT s.id FROM Schedule s WHERE s.name = :name AND s.id <> :except")
                .setParameter("name", name)
                .setParameter("except", except.value())
                .getResultList()
                .isEmpty();
    }

    void add(Schedule schedule) {
        em.persist(schedule);
    }

    void remove(Schedule schedule) {
        em.remove(schedule);
    }

    /** Writes what is pending, so that the version is final. */
    void flush() {
        em.flush();
    }

    /** Keeps the hours under the schedule's present version. */
    void keepVersion(Schedule schedule) {
        em.createNativeQuery("""
                        INSERT INTO schedule_version
                            (schedule_id, version, time_zone, intervals, holidays, exceptions, public_holidays,
                             valid_from)
                        SELECT id, version, time_zone, intervals, holidays, exceptions, public_holidays, updated_at
                        FROM schedule WHERE id = :id
                        """).setParameter("id", schedule.id().value()).executeUpdate();
    }
}
