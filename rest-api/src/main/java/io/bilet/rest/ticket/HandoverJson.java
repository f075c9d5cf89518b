package io.bilet.rest.ticket;

import io.bilet.api.v1.model.NewHandover;
import io.bilet.api.v1.model.NewReceipt;
import io.bilet.api.v1.model.Receipt;
import io.bilet.api.v1.model.ReceiptAnswer;
import io.bilet.flow.HandoverFlow.Reply;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.Handover;
import java.util.Optional;

/** Handovers as the API shows and takes them. */
final class HandoverJson {

    private HandoverJson() {}

    static io.bilet.api.v1.model.Handover of(Handover handover) {
        return new io.bilet.api.v1.model.Handover()
                .id(handover.id().toString())
                .byId(handover.by().toString())
                .fromAgentId(handover.fromAgent().toString())
                .fromGroupId(handover.fromGroup().map(GroupId::toString).orElse(null))
                .toAgentId(handover.toAgent().map(UserId::toString).orElse(null))
                .toGroupId(handover.toGroup().map(GroupId::toString).orElse(null))
                .reason(handover.reason())
                .dueAt(handover.dueAt().orElse(null))
                .receipt(Receipt.fromValue(Wire.of(handover.receipt())))
                .answerDueAt(handover.answerBy().orElse(null))
                .answeredAt(handover.answeredAt().orElse(null))
                .answeredById(handover.answeredBy().map(UserId::toString).orElse(null))
                .answerReason(handover.answerReason().orElse(null))
                .createdAt(handover.createdAt());
    }

    /**
     * To whom and why.
     *
     * @throws InvalidInput if neither an agent nor a group is named
     */
    static Handover.To toTarget(NewHandover body) {
        if (body.getAgentId() == null && body.getGroupId() == null) {
            throw new InvalidInput("", "incomplete", "A ticket is handed to an agent, a group, or both.");
        }
        return new Handover.To(
                Optional.ofNullable(body.getGroupId()).map(GroupId::parse),
                Optional.ofNullable(body.getAgentId()).map(UserId::parse),
                body.getReason());
    }

    /**
     * Whether a ticket is taken, and why not.
     *
     * @throws InvalidInput if the reason is missing, or says something where nothing is to be said
     */
    static Reply toReply(NewReceipt body) {
        boolean accepts = body.getAnswer() == ReceiptAnswer.ACCEPTED;
        if (accepts && body.getReason() != null) {
            throw new InvalidInput("/reason", "not_wanted", "Only who declines gives a reason.");
        }
        if (!accepts && body.getReason() == null) {
            throw new InvalidInput("/reason", "required", "Who declines says why, for whoever gets the ticket back.");
        }
        return new Reply(body.getReason());
    }
}
