package io.bilet.routing;

import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.platform.config.Within;
import io.bilet.routing.Need.Past;
import io.bilet.routing.Need.Work;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Demand;
import io.bilet.ticket.Ownership;
import io.bilet.ticket.SkillDemand;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.UnassignedReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Says what tickets ask of their owners at an instant. */
@ApplicationScoped
class Needs {

    /** For how long a requester is better off with whoever knew the matter. */
    @Inject
    @ConfigProperty(name = "bilet.routing.continuity-window", defaultValue = "P30D")
    @Within(min = "PT0S", max = "P366D")
    Duration continuityWindow;

    Need of(Ticket ticket, Instant now) {
        return of(
                ticket.demand(),
                ticket.ownership(),
                ticket.description().language().orElse(null),
                ticket.origin().channel(),
                now);
    }

    Need of(Demand demand, Ownership ownership, @Nullable String language, Channel channel, Instant now) {
        Duration waited = ownership
                .waitingSince()
                .map(since -> Duration.between(since, now))
                .orElse(Duration.ZERO);
        Map<SkillId, Integer> asked = new LinkedHashMap<>();
        Map<SkillId, Integer> dropped = new LinkedHashMap<>();
        for (Map.Entry<SkillId, SkillDemand> skill : demand.skills().entrySet()) {
            (skill.getValue().isAskedAfter(waited) ? asked : dropped)
                    .put(skill.getKey(), skill.getValue().level());
        }
        Work work = new Work(channel, demand.units(), demand.isVip());
        return new Need(asked, dropped, language, work, past(ownership, now), waited);
    }

    private Past past(Ownership ownership, Instant now) {
        Optional<UserId> previous = ownership.previousAssignee();
        if (ownership.unassignedReason().equals(Optional.of(UnassignedReason.RELEASED))) {
            return new Past(null, previous.orElse(null), ownership.decliners());
        }
        boolean remembers = ownership
                .previousUntil()
                .filter(until -> !until.plus(continuityWindow).isBefore(now))
                .isPresent();
        return new Past(remembers ? previous.orElse(null) : null, null, ownership.decliners());
    }
}
