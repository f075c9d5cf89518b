package io.bilet.escalation;

import io.bilet.escalation.Destination.ChosenBy;
import io.bilet.escalation.GroupQueries.Row;
import io.bilet.people.OrganizationId;
import io.bilet.people.UserId;
import io.bilet.platform.error.InvalidInput;
import io.bilet.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the group to which an escalated ticket goes. */
@ApplicationScoped
public class Destinations {

    @Inject
    private GroupQueries groups;

    @Inject
    private EscalationRepository escalations;

    /**
     * The group that was named; else, going down, where the ticket came from; else of the tier's groups the wing of
     * the requester's organization, or one that is nobody's wing, with somebody online before the others, the oldest
     * first.
     *
     * @throws InvalidInput if there is no such group, it is of another tier than asked for, or the tier has none
     */
    public Destination find(Ticket ticket, Demand demand) {
        if (demand.group().isPresent()) {
            Row named = groups.find(demand.group().get()).orElseThrow(() -> InvalidInput.unknownReference("/group_id"));
            if (demand.tier().filter(tier -> tier != named.tier()).isPresent()) {
                throw new InvalidInput("/group_id", "other_tier", "This group is not of that tier.");
            }
            return destination(named, null, ChosenBy.NAMED);
        }
        int tier = demand.tier().orElseThrow(() -> new InvalidInput("", "incomplete", "A tier or a group is named."));
        return whereItCameFrom(ticket, tier).orElseGet(() -> ofTier(ticket, tier));
    }

    private Optional<Destination> whereItCameFrom(Ticket ticket, int tier) {
        if (tier >= ticket.ownership().tier()) {
            return Optional.empty();
        }
        return escalations.lastUpFrom(ticket.id(), tier).flatMap(up -> up.fromGroup()
                .flatMap(groups::find)
                .filter(group -> group.tier() == tier)
                .map(group -> destination(group, up.fromAgent().orElse(null), ChosenBy.CAME_FROM)));
    }

    private Destination ofTier(Ticket ticket, int tier) {
        OrganizationId organization = ticket.origin().organization().orElse(null);
        List<Row> candidates = groups.ofTier(tier, organization);
        if (candidates.isEmpty()) {
            throw new InvalidInput("/tier", "no_group", "No group of this tier takes tickets of this requester.");
        }
        Row first = candidates.get(0);
        boolean others = candidates.stream().anyMatch(row -> !row.online());
        ChosenBy why = first.wing()
                ? ChosenBy.WING
                : first.online() && others ? ChosenBy.SOMEBODY_ONLINE : ChosenBy.FIRST_OF_TIER;
        return destination(first, null, why);
    }

    private static Destination destination(Row group, @Nullable UserId agent, ChosenBy why) {
        return new Destination(
                group.id(), group.tier(), Optional.ofNullable(agent), group.vendor(), group.staffed(), why);
    }
}
