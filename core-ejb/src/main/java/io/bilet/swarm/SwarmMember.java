package io.bilet.swarm;

import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.platform.error.Conflict;
import io.bilet.ticket.Ticket;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who was asked to help in a swarm, by name or because of what they know; they say once whether they do. */
@Entity
@Table(name = "swarm_member")
@IdClass(SwarmMember.Key.class)
public class SwarmMember {

    @Id
    @Column(name = "swarm_id")
    private UUID swarmId;

    @Id
    @Column(name = "agent_id")
    private UUID agentId;

    @Column(name = "ticket_id", nullable = false, updatable = false)
    private UUID ticketId;

    @Column(name = "skill_id", updatable = false)
    private @Nullable UUID skillId;

    @Column(name = "skill_level", updatable = false)
    private @Nullable Integer skillLevel;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MemberState state = MemberState.INVITED;

    private @Nullable String reason;

    @Column(name = "invited_at", nullable = false, updatable = false)
    private Instant invitedAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "contribution_count", nullable = false)
    private int contributions;

    @Column(name = "spent_seconds", nullable = false)
    private long spentSeconds;

    @SuppressWarnings("NullAway.Init")
    protected SwarmMember() {} // for JPA

    private SwarmMember(Swarm swarm, UserId agent, @Nullable Sought sought, Instant now) {
        swarmId = swarm.id().value();
        agentId = agent.value();
        ticketId = swarm.ticketId().value();
        skillId = sought == null ? null : sought.skill().value();
        skillLevel = sought == null ? null : sought.level();
        invitedAt = now;
    }

    /** Asks somebody; {@code sought} says what for, unless they were named. */
    static SwarmMember invited(Ticket ticket, Swarm swarm, UserId agent, @Nullable Sought sought, Instant now) {
        var member = new SwarmMember(swarm, agent, sought, now);
        ticket.happenings().passes(SwarmEvent.of(swarm, member));
        return member;
    }

    /**
     * They say whether they help.
     *
     * @param why why not; null if they do
     * @throws Conflict if they have said so already
     */
    public void answer(Ticket ticket, Swarm swarm, @Nullable String why, Instant now) {
        if (state != MemberState.INVITED) {
            throw new Conflict("This invitation was %s already."
                    .formatted(state == MemberState.ACCEPTED ? "accepted" : "declined"));
        }
        state = why == null ? MemberState.ACCEPTED : MemberState.DECLINED;
        reason = why;
        answeredAt = now;
        ticket.happenings().passes(SwarmEvent.of(swarm, this));
    }

    /**
     * They contributed something.
     *
     * @throws Conflict unless they accepted before
     */
    void contributed(Duration spent) {
        if (state != MemberState.ACCEPTED) {
            throw new Conflict("Only who accepted the invitation contributes.");
        }
        contributions++;
        spentSeconds += spent.toSeconds();
    }

    SwarmId swarm() {
        return new SwarmId(swarmId);
    }

    public UserId agent() {
        return new UserId(agentId);
    }

    /** What they were asked for; empty for who was named. */
    public Optional<Sought> sought() {
        return skillId == null || skillLevel == null
                ? Optional.empty()
                : Optional.of(new Sought(new SkillId(skillId), skillLevel));
    }

    public MemberState state() {
        return state;
    }

    /** Why they declined. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public Instant invitedAt() {
        return invitedAt;
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    public int contributions() {
        return contributions;
    }

    /** How long they say they worked on it. */
    public Duration spent() {
        return Duration.ofSeconds(spentSeconds);
    }

    /** Swarm and agent, as JPA wants to see them. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable UUID swarmId;
        private @Nullable UUID agentId;

        protected Key() {} // for JPA

        Key(SwarmId swarm, UserId agent) {
            this.swarmId = swarm.value();
            this.agentId = agent.value();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && Objects.equals(swarmId, key.swarmId)
                    && Objects.equals(agentId, key.agentId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(swarmId, agentId);
        }
    }
}
