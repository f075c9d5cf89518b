package io.bilet.people.team;

import io.bilet.people.SkillId;
import io.bilet.platform.error.Require;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** Something an agent can know, on levels from {@value #LEVEL_MIN} (a little) to {@value #LEVEL_MAX} (everything). */
@Entity
@Table(name = "skill")
public class Skill {

    public static final int LEVEL_MIN = 1;
    public static final int LEVEL_MAX = 5;

    private static final int NAME_LENGTH_MAX = 100;

    @Id
    private UUID id;

    @Column(nullable = false, unique = true)
    private String name;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Skill() {} // for JPA

    public Skill(SkillId id, String name, Instant now) {
        this.id = id.value();
        this.createdAt = now;
        rename(name);
    }

    public final void rename(String next) {
        name = Require.line(next, NAME_LENGTH_MAX, "/name");
    }

    public SkillId id() {
        return new SkillId(id);
    }

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public int version() {
        return version;
    }
}
