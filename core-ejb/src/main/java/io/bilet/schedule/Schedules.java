package io.bilet.schedule;

import io.bilet.platform.config.ConfigCache;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The schedules as they are now, laid out and in memory; at most a second behind a change made on another node. */
@ApplicationScoped
public class Schedules {

    /** Area of the configuration that rises with every change of a schedule. */
    public static final String AREA = "schedules";

    @Inject
    ScheduleRepository repository;

    @Inject
    ConfigStamp stamp;

    private final ConfigCache<Map<ScheduleId, Kept>> present =
            new ConfigCache<>(area -> stamp.version(area), this::load, AREA);
    private volatile Map<ScheduleId, Kept> last = Map.of();

    /**
     * The hours of that schedule.
     *
     * @throws NotFound if there is none
     */
    public WorkingHours hours(ScheduleId id) {
        return find(id).orElseThrow(() -> new NotFound("schedule")).hours();
    }

    /** The hours of that schedule, and which version they are. */
    public Optional<Kept> find(ScheduleId id) {
        return Optional.ofNullable(present.get().get(id));
    }

    /** Keeps what did not change, because laying a year out again costs more than reading it. */
    private Map<ScheduleId, Kept> load() {
        Map<ScheduleId, Kept> next = new HashMap<>();
        for (Schedule schedule : repository.all()) {
            Kept known = last.get(schedule.id());
            next.put(
                    schedule.id(),
                    known != null && known.version() == schedule.version()
                            ? known
                            : new Kept(schedule.version(), schedule.profile().hours()));
        }
        last = next;
        return next;
    }

    /** One schedule's hours in one version. */
    public record Kept(int version, WorkingHours hours) {}
}
