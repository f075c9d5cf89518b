package io.bilet.rest.escalation;

import io.bilet.api.v1.model.ChosenBy;
import io.bilet.api.v1.model.EpisodeOutcome;
import io.bilet.api.v1.model.EscalationOutcome;
import io.bilet.api.v1.model.NewEscalation;
import io.bilet.escalation.Demand;
import io.bilet.escalation.Episode;
import io.bilet.escalation.Escalation;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.Ownership;
import io.bilet.ticket.Ticket;
import java.util.Optional;

/** Escalations and stays as the API shows and takes them. */
final class EscalationJson {

    private EscalationJson() {}

    static io.bilet.api.v1.model.Escalation of(Escalation escalation) {
        return new io.bilet.api.v1.model.Escalation()
                .id(escalation.id().toString())
                .byId(escalation.by().toString())
                .fromAgentId(escalation.fromAgent().map(UserId::toString).orElse(null))
                .fromGroupId(escalation.fromGroup().map(GroupId::toString).orElse(null))
                .fromTier(escalation.fromTier())
                .toGroupId(escalation.toGroup().toString())
                .toTier(escalation.toTier())
                .chosenBy(ChosenBy.fromValue(Wire.of(escalation.chosenBy())))
                .reason(escalation.reason())
                .tried(escalation.tried().orElse(null))
                .outcome(escalation
                        .outcome()
                        .map(outcome -> EscalationOutcome.fromValue(Wire.of(outcome)))
                        .orElse(null))
                .createdAt(escalation.createdAt());
    }

    static Demand toDemand(NewEscalation body) {
        return new Demand(
                Optional.ofNullable(body.getTier()),
                Optional.ofNullable(body.getGroupId()).map(GroupId::parse),
                body.getReason(),
                body.getTried(),
                body.getOutcome() == null
                        ? null
                        : io.bilet.escalation.EpisodeOutcome.valueOf(
                                body.getOutcome().name()));
    }

    static io.bilet.api.v1.model.Episode of(Episode episode) {
        return new io.bilet.api.v1.model.Episode()
                .tier(episode.tier())
                .groupId(episode.group().toString())
                .from(episode.from())
                .to(episode.to())
                .outcome(EpisodeOutcome.fromValue(Wire.of(episode.outcome())))
                .reason(episode.reason())
                .solved(false);
    }

    /** The stay that has not ended. */
    static io.bilet.api.v1.model.Episode present(Ticket ticket) {
        Ownership ownership = ticket.ownership();
        return new io.bilet.api.v1.model.Episode()
                .tier(ownership.tier())
                .groupId(ownership.group().map(GroupId::toString).orElse(null))
                .from(ownership.tierSince().orElse(ticket.timeline().createdAt()))
                .solved(ownership.resolvedTier().isPresent());
    }
}
