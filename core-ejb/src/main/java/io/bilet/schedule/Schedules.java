package io.bilet.schedule;

import io.bilet.platform.config.ConfigCache;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The schedules as they are and as they were, laid out and in memory; at most a second behind a change made on another
 * node.
 */
@ApplicationScoped
public class Schedules {

    /** Area of the configuration that rises with every change of a schedule. */
    public static final String AREA = "schedules";

    @Inject
    ScheduleRepository repository;

    @Inject
    ConfigStamp stamp;

    private final ConfigCache<Map<ScheduleId, Kept>> all =
            new ConfigCache<>(area -> stamp.version(area), this::load, AREA);
    private volatile Map<ScheduleId, Kept> last = Map.of();

    /**
     * The hours of that schedule as it is now, for all time.
     *
     * @throws NotFound if there is none
     */
    public WorkingHours hours(ScheduleId id) {
        return find(id).orElseThrow(() -> new NotFound("schedule")).hours();
    }

    /** The hours of that schedule, and which version they are. */
    public Optional<Kept> find(ScheduleId id) {
        return Optional.ofNullable(all.get().get(id)).filter(kept -> !kept.removed());
    }

    /** The hours that a schedule had at each instant, also if it has been removed since; empty if it never was. */
    public Optional<WorkingHours> history(ScheduleId id) {
        return Optional.ofNullable(all.get().get(id)).map(Kept::history);
    }

    /** Keeps what did not change, because laying a year out again costs more than reading it. */
    private Map<ScheduleId, Kept> load() {
        Set<ScheduleId> present = repository.present();
        Map<ScheduleId, Kept> next = new HashMap<>();
        repository.latestVersions().forEach((id, version) -> {
            Kept known = last.get(id);
            boolean removed = !present.contains(id);
            next.put(
                    id,
                    known != null && known.version() == version && known.removed() == removed
                            ? known
                            : kept(id, version, removed, known));
        });
        last = next;
        return next;
    }

    private Kept kept(ScheduleId id, int version, boolean removed, @Nullable Kept known) {
        List<Era> eras = new ArrayList<>(known == null ? List.of() : known.eras());
        for (Era era : repository.eras(id, known == null ? -1 : known.version())) {
            eras.add(eras.isEmpty() ? era : era.notBefore(eras.get(eras.size() - 1)));
        }
        WorkingHours present = new WorkingHours(eras.get(eras.size() - 1).timetable());
        return new Kept(version, removed, present, new WorkingHours(eras), eras);
    }

    /**
     * One schedule's hours in one version.
     *
     * @param removed whether it is only kept for what ran by it
     * @param hours what it says now, for all time
     * @param history what it said at each instant
     */
    public record Kept(int version, boolean removed, WorkingHours hours, WorkingHours history, List<Era> eras) {}
}
