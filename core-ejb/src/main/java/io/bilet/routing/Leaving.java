package io.bilet.routing;

import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.platform.json.Wire;
import io.bilet.routing.Staff.Member;
import io.bilet.ticket.Channel;
import io.bilet.ticket.SkillDemand;
import io.bilet.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says which tickets an agent cannot keep: all of them once they have left; chats and calls while they are not there;
 * what asks for a skill they have lost. Other work waits for them, unless it is set up otherwise.
 */
@ApplicationScoped
public class Leaving {

    /** Channels on which somebody waits at the other end. */
    private static final Set<Channel> INSTANT = EnumSet.of(Channel.CHAT, Channel.PHONE);

    @Inject
    private StaffQueries queries;

    @Inject
    private Staffing staffing;

    /** Whether everything goes on to somebody else when its owner goes offline, not only chats and calls. */
    @Inject
    @ConfigProperty(name = "bilet.routing.reroute-all-when-offline", defaultValue = "false")
    boolean allWhenOffline;

    /**
     * Why an agent cannot keep a ticket.
     *
     * @param lost skills they know less well than before, with the level they know them on now
     * @return the check that failed; empty if they keep it
     */
    public Optional<JsonObject> why(Ticket ticket, UserId agent, Map<SkillId, Integer> lost, Instant now) {
        Optional<Presence> presence = queries.presenceOf(agent);
        if (presence.isEmpty()) {
            return Optional.of(Checks.failed("agent.active", "true", "false"));
        }
        boolean instant = INSTANT.contains(ticket.origin().channel());
        boolean mustBeThere = instant || (allWhenOffline && presence.get() == Presence.OFFLINE);
        if (mustBeThere && presence.get() != Presence.ONLINE) {
            return Optional.of(Checks.failed("agent.presence", Wire.of(Presence.ONLINE), Wire.of(presence.get())));
        }
        Optional<Member> member = staffing.present().member(agent);
        if (instant && member.filter(one -> !one.hours().isOpen(now)).isPresent()) {
            return Optional.of(Checks.failed("agent.working_time", "open", "closed"));
        }
        return lostSkill(ticket, lost);
    }

    private Optional<JsonObject> lostSkill(Ticket ticket, Map<SkillId, Integer> lost) {
        for (Map.Entry<SkillId, SkillDemand> demand : ticket.demand().skills().entrySet()) {
            int asked = demand.getValue().level();
            int level = lost.getOrDefault(demand.getKey(), asked);
            if (level < asked) {
                String skill = "agent.skill:" + staffing.present().nameOf(demand.getKey());
                return Optional.of(Checks.failed(skill, "" + asked, "" + level));
            }
        }
        return Optional.empty();
    }
}
