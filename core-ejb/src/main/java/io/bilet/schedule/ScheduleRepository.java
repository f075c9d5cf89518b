package io.bilet.schedule;

import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

    List<Schedule> all() {
        return em.createQuery("SELECT s FROM Schedule s", Schedule.class).getResultList();
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
                        INSERT INTO schedule_version (schedule_id, version, time_zone, intervals, holidays, valid_from)
                        SELECT id, version, time_zone, intervals, holidays, updated_at FROM schedule WHERE id = :id
                        """).setParameter("id", schedule.id().value()).executeUpdate();
    }
}
