package io.bilet.ticket;

import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    @Column(name = "offered_to_id")
    private @Nullable UUID offeredToId;

    @Convert(converter = UserIds.class)
    @Column(name = "declined_by", nullable = false)
    private Set<UserId> decliners = Set.of();

    @Enumerated(EnumType.STRING)
    @Column(name = "unassigned_reason")
    private @Nullable UnassignedReason unassignedReason = UnassignedReason.AWAITING_ROUTING;

    @Column(nullable = false)
    private int tier = 1;

    @Column(name = "tier_since")
    private @Nullable Instant tierSince;

    @Column(name = "resolved_tier")
    private @Nullable Integer resolvedTier;

    @Transient
    private final List<Stay> ended = new ArrayList<>();

    @Transient
    private final List<Offer> made = new ArrayList<>();

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

    /** To whom it is held out now. */
    public Optional<UserId> offeredTo() {
        return Optional.ofNullable(offeredToId).map(UserId::new);
    }

    /** Who would not have it since it last had an owner or changed its group. */
    public Set<UserId> decliners() {
        return decliners;
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

    /** Since when its present group has it; empty for the group it was opened in. */
    public Optional<Instant> tierSince() {
        return Optional.ofNullable(tierSince);
    }

    /** On which tier it was solved; empty unless it is. */
    public Optional<Integer> resolvedTier() {
        return Optional.ofNullable(resolvedTier);
    }

    /** The stays with groups that ended since the last call, oldest first; forgets them. */
    public List<Stay> takeEnded() {
        List<Stay> taken = List.copyOf(ended);
        ended.clear();
        return taken;
    }

    void moveToGroup(@Nullable GroupId group, int tierOfGroup, Instant opened, Instant now) {
        UUID next = group == null ? null : group.value();
        if (!Objects.equals(groupId, next)) {
            Instant since = tierSince == null ? opened : tierSince;
            if (groupId != null) {
                ended.add(new Stay(new GroupId(groupId), tier, since, now));
            }
            groupId = next;
            tierSince = now;
            decliners = Set.of();
        }
        tier = tierOfGroup;
    }

    /** Where a ticket is solved, is known until it is reopened. */
    void movedTo(TicketStatus status) {
        if (status == TicketStatus.SOLVED) {
            resolvedTier = tier;
        } else if (status != TicketStatus.CLOSED) {
            resolvedTier = null;
        } else if (resolvedTier == null) {
            resolvedTier = tier;
        }
    }

    void assign(UserId agent, Instant now) {
        rememberAssignee(now);
        assigneeId = agent.value();
        unassignedReason = null;
        waitingSince = null;
        decliners = Set.of();
    }

    void offer(Offer offer) {
        offeredToId = offer.agent().value();
        unassignedReason = UnassignedReason.OFFERED;
        made.add(offer);
    }

    /** The offers that were made since the last call; to be stored after the ticket, and then forgotten here. */
    public List<Offer> takeOffers() {
        List<Offer> taken = List.copyOf(made);
        made.clear();
        return taken;
    }

    void offerEnded() {
        offeredToId = null;
        if (unassignedReason == UnassignedReason.OFFERED) {
            unassignedReason = UnassignedReason.AWAITING_ROUTING;
        }
    }

    void declinedBy(UserId agent) {
        Set<UserId> more = new LinkedHashSet<>(decliners);
        more.add(agent);
        decliners = more;
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
