package io.bilet.routing;

import io.bilet.people.team.Agent;
import io.bilet.platform.config.ConfigCache;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.schedule.Schedules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The staff in memory, so that a ticket costs no statement; read anew when it changes on any node. */
@ApplicationScoped
public class Staffing {

    @Inject
    private ConfigStamp stamp;

    @Inject
    private StaffQueries queries;

    private final ConfigCache<Staff> present =
            new ConfigCache<>(area -> stamp.version(area), () -> queries.staff(), Agent.STAMP, Schedules.AREA);

    /** Everybody, as of now. */
    public Staff present() {
        return present.get();
    }
}
