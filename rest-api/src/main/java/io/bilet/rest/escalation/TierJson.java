package io.bilet.rest.escalation;

import io.bilet.api.v1.model.EscalationFlow;
import io.bilet.api.v1.model.HelpWay;
import io.bilet.api.v1.model.TicketKind;
import io.bilet.api.v1.model.TicketPriority;
import io.bilet.api.v1.model.TicketType;
import io.bilet.api.v1.model.TierGroup;
import io.bilet.api.v1.model.TierTarget;
import io.bilet.api.v1.model.TierTargetOf;
import io.bilet.escalation.KindOfTicket;
import io.bilet.escalation.TierReport;
import io.bilet.escalation.Tiers.Target;
import io.bilet.platform.json.Wire;
import org.jspecify.annotations.Nullable;

/** What became of tickets on their tiers, as the API shows it. */
final class TierJson {

    private TierJson() {}

    static io.bilet.api.v1.model.Tier of(TierReport.Tier tier, @Nullable Target target) {
        return new io.bilet.api.v1.model.Tier()
                .tier(tier.tier())
                .reachedCount(tier.reached())
                .reachedShare(tier.reachedShare())
                .resolvedCount(tier.resolved())
                .resolvedShare(tier.resolvedShare())
                .target(target == null ? null : of(target, tier))
                .escalations(of(tier.flow()));
    }

    static TierGroup of(TierReport.OfGroup group) {
        var stays = group.stays();
        return new TierGroup()
                .groupId(stays.group().toString())
                .name(stays.name())
                .tier(stays.tier())
                .vendor(stays.vendor())
                .receivedCount(stays.received())
                .resolvedCount(stays.resolved())
                .resolvedShare(stays.received() == 0 ? null : (double) stays.resolved() / stays.received())
                .escalations(of(group.flow()));
    }

    static TicketKind of(KindOfTicket kind) {
        return new TicketKind()
                .type(kind.type() == null ? null : TicketType.fromValue(Wire.of(kind.type())))
                .priority(TicketPriority.fromValue(Wire.of(kind.priority())))
                .way(HelpWay.fromValue(Wire.of(kind.way())))
                .count(kind.tickets())
                .resolvedCount(kind.resolved())
                .medianSecondsToSolution(
                        kind.medianToSolution() == null
                                ? null
                                : kind.medianToSolution().toSeconds());
    }

    private static TierTarget of(Target target, TierReport.Tier tier) {
        return new TierTarget()
                .of(target.ofReached() ? TierTargetOf.REACHED : TierTargetOf.RESOLVED)
                .min(target.min() / 100.0)
                .max(target.max() / 100.0)
                .met(target.isMetBy(tier));
    }

    private static EscalationFlow of(TierReport.Flow flow) {
        return new EscalationFlow()
                .escalatedToCount(flow.escalatedTo())
                .escalatedOnCount(flow.escalatedOn())
                .bouncedBackCount(flow.bounced())
                .bouncedBackShare(flow.bouncedShare())
                .missingInformationCount(flow.missingInformation())
                .missingInformationShare(flow.missingInformationShare());
    }
}
