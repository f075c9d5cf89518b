package io.bilet.people.team;

import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agent belongs to a group since then. */
@Entity
@Table(name = "group_member")
@IdClass(Membership.Key.class)
public class Membership {

    @Id
    @Column(name = "group_id")
    private UUID groupId;

    @Id
    @Column(name = "agent_id")
    private UUID agentId;

    @Column(nullable = false, updatable = false)
    private Instant since;

    @SuppressWarnings("NullAway.Init")
    protected Membership() {} // for JPA

    public Membership(GroupId groupId, UserId agentId, Instant now) {
        this.groupId = groupId.value();
        this.agentId = agentId.value();
        this.since = now;
    }

    public UserId agentId() {
        return new UserId(agentId);
    }

    public Instant since() {
        return since;
    }

    /** Group and agent, as JPA wants to see them. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable UUID groupId;
        private @Nullable UUID agentId;

        protected Key() {} // for JPA

        Key(GroupId groupId, UserId agentId) {
            this.groupId = groupId.value();
            this.agentId = agentId.value();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && Objects.equals(groupId, key.groupId)
                    && Objects.equals(agentId, key.agentId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(groupId, agentId);
        }
    }
}
