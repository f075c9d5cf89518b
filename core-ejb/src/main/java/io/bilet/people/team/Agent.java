package io.bilet.people.team;

import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.Require;
import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.text.Languages;
import io.bilet.platform.text.Tags;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * A user as somebody who can hold tickets: whether they are at work, how much they can hold at once, what they know.
 *
 * <p>Every user whose role holds tickets is an agent. What they hold now is counted elsewhere, because it changes with
 * every ticket while an agent's description hardly ever does.
 */
@Entity
@Table(name = "agent")
public class Agent {

    /**
     * Area of {@link io.bilet.platform.config.ConfigStamp} raised with every change of what routing knows about those
     * who work here: groups and their members, skills, and an agent's presence, capacity, languages, skills and
     * activity.
     */
    public static final String STAMP = "team";

    /** Most units of work one agent can be given; a ticket is one unit. */
    public static final int CAPACITY_MAX = 1000;

    private static final int SKILLS_MAX = 100;

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Presence presence = Presence.OFFLINE;

    @Column(name = "presence_at", nullable = false)
    private Instant presenceAt;

    @Column(nullable = false)
    private int capacity;

    /** Channels on which the agent takes nothing new although they are online, by their outside names. */
    @Convert(converter = Tags.class)
    @Column(name = "paused_channels", nullable = false)
    private SortedSet<String> pausedChannels = new TreeSet<>();

    @Column(name = "schedule_id")
    private @Nullable UUID scheduleId;

    @Column(name = "deputy_id")
    private @Nullable UUID deputyId;

    @Convert(converter = Languages.class)
    @Column(nullable = false)
    private SortedSet<String> languages = new TreeSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "agent_skill", joinColumns = @JoinColumn(name = "agent_id"))
    @MapKeyColumn(name = "skill_id")
    @Column(name = "level", nullable = false)
    @BatchSize(size = 100)
    private Map<UUID, Integer> skills = new TreeMap<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Agent() {} // for JPA

    public Agent(UserId id, int capacity, Instant now) {
        this.id = id.value();
        this.presenceAt = now;
        holdAtMost(capacity);
    }

    /**
     * Comes, goes or takes a break; being where one is already changes nothing.
     *
     * @param paused channels on which they take nothing new meanwhile
     */
    public void turn(Presence next, SortedSet<String> paused, Instant now) {
        pausedChannels = new TreeSet<>(paused);
        if (next != presence) {
            presence = next;
            presenceAt = now;
        }
    }

    public final void holdAtMost(int units) {
        capacity = Require.range(units, 0, CAPACITY_MAX, "/capacity");
    }

    /** Says when the agent works and who stands in for them. */
    public void arrange(Arrangement next) {
        scheduleId = next.schedule();
        deputyId = next.deputy() == null ? null : next.deputy().value();
    }

    /** Replaces the languages in which the agent can answer. */
    public void speak(SortedSet<String> next) {
        languages = Languages.canonical(next, "/languages");
    }

    /** Replaces what the agent knows, each skill with its level. */
    public void know(Map<SkillId, Integer> next) {
        if (next.size() > SKILLS_MAX) {
            throw new InvalidInput("/skills", "too_many", "At most %d skills are allowed.".formatted(SKILLS_MAX));
        }
        next.values().forEach(level -> Require.range(level, Skill.LEVEL_MIN, Skill.LEVEL_MAX, "/skills"));
        skills.keySet().removeIf(skill -> !next.containsKey(new SkillId(skill)));
        next.forEach((skill, level) -> skills.put(skill.value(), level));
    }

    /**
     * Refuses a change based on an outdated reading.
     *
     * @throws StaleVersion if {@code expected} is given and not the present version
     */
    public void requireVersion(Optional<Integer> expected) {
        StaleVersion.unlessCurrent(expected, version);
    }

    public UserId id() {
        return new UserId(id);
    }

    public Presence presence() {
        return presence;
    }

    /** Since when the presence is what it is. */
    public Instant presenceAt() {
        return presenceAt;
    }

    public SortedSet<String> pausedChannels() {
        return pausedChannels;
    }

    public Arrangement arrangement() {
        return new Arrangement(scheduleId, deputyId == null ? null : new UserId(deputyId));
    }

    public int capacity() {
        return capacity;
    }

    public SortedSet<String> languages() {
        return languages;
    }

    public Map<SkillId, Integer> skills() {
        return skills.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(skill -> new SkillId(skill.getKey()), Map.Entry::getValue));
    }

    public int version() {
        return version;
    }
}
