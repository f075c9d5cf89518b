package io.bilet.ticket;

import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who holds a ticket, who held it before, and why nobody does when nobody does. */
@Embeddable
public class Ownership {

    @Column(name = "group_id")
    private @Nullable UUID groupId;

    @Column(name = "assignee_id")
    private @Nullable UUID assigneeId;

    @Column(name = "previous_assignee_id")
    private @Nullable UUID previousAssigneeId;

    @Column(name = "previous_until")
    private @Nullable Instant previousUntil;

    @Column(name = "waiting_since")
    private @Nullable Instant waitingSince;

    @Enumerated(EnumType.STRING)
    @Column(name = "unassigned_reason")
    private @Nullable UnassignedReason unassignedReason = UnassignedReason.AWAITING_ROUTING;

    @Column(nullable = false)
    private int tier = 1;

    /** Set while whoever was given the ticket has not said whether they take it. */
    @Column(name = "handover_id")
    private @Nullable UUID handoverId;

    /** By when they must; what the timer looks for. */
    @Column(name = "handover_alarm_at")
    private @Nullable Instant handoverAlarmAt;

    public Optional<GroupId> group() {
        return Optional.ofNullable(groupId).map(GroupId::new);
    }

    public Optional<UserId> assignee() {
        return Optional.ofNullable(assigneeId).map(UserId::new);
    }

    /** The last agent who held it before the present one, or before it was given back. */
    public Optional<UserId> previousAssignee() {
        return Optional.ofNullable(previousAssigneeId).map(UserId::new);
    }

    /** Until when the previous agent held it. */
    public Optional<Instant> previousUntil() {
        return Optional.ofNullable(previousUntil);
    }

    /** Since when it needs an owner and has none; empty while it has one or needs none. */
    public Optional<Instant> waitingSince() {
        return Optional.ofNullable(waitingSince);
    }

    public Optional<UnassignedReason> unassignedReason() {
        return Optional.ofNullable(unassignedReason);
    }

    /** Support tier of the group that holds it, 0 (self-service) to 4 (vendor). */
    public int tier() {
        return tier;
    }

    /** The handover that the present owner has neither accepted nor declined. */
    public Optional<AwaitedReceipt> awaitedReceipt() {
        return handoverId == null || handoverAlarmAt == null
                ? Optional.empty()
                : Optional.of(new AwaitedReceipt(new HandoverId(handoverId), handoverAlarmAt));
    }

    void await(AwaitedReceipt awaited) {
        handoverId = awaited.handover().value();
        handoverAlarmAt = awaited.answerBy();
    }

    void receiptSettled() {
        handoverId = null;
        handoverAlarmAt = null;
    }

    void moveToGroup(@Nullable GroupId group, int tierOfGroup) {
        groupId = group == null ? null : group.value();
        tier = tierOfGroup;
    }

    void assign(UserId agent, Instant now) {
        rememberAssignee(now);
        assigneeId = agent.value();
        unassignedReason = null;
        waitingSince = null;
    }

    void unassign(UnassignedReason reason, Instant now) {
        rememberAssignee(now);
        assigneeId = null;
        unassignedReason = reason;
    }

    /** A preference for routing that no assignment here gave, such as the owner of the ticket this one follows up. */
    public void prefer(UserId agent, Instant now) {
        previousAssigneeId = agent.value();
        previousUntil = now;
    }

    /** Notes whether it waits for an owner now; who waits already does so since then. */
    public void awaitOwner(boolean needsOwner, Instant now) {
        if (!needsOwner) {
            waitingSince = null;
        } else if (waitingSince == null) {
            waitingSince = now;
        }
    }

    private void rememberAssignee(Instant now) {
        if (assigneeId != null) {
            previousAssigneeId = assigneeId;
            previousUntil = now;
        }
    }
}
