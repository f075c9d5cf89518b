package io.bilet.condition;

import io.bilet.platform.error.Require;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * How something with a condition stands in the list that is asked in order: what it is called there, its place, and
 * whether it is asked at all.
 */
@Embeddable
public class Listing {

    /** The last place. */
    public static final int POSITION_MAX = 100_000;

    private static final int NAME_LENGTH_MAX = 100;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private int position;

    @Column(nullable = false)
    private boolean active = true;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Listing() {} // for JPA

    @SuppressWarnings("NullAway.Init") // rename() sets them
    public Listing(String name, Instant now) {
        createdAt = now;
        rename(name, now);
    }

    public final void rename(String next, Instant now) {
        name = Require.line(next, NAME_LENGTH_MAX, "/name");
        updatedAt = now;
    }

    /** Takes another place in the order; those in the same place are asked by age. */
    public void moveTo(int next, Instant now) {
        position = Require.range(next, 1, POSITION_MAX, "/position");
        updatedAt = now;
    }

    /** Switches it on or off. */
    public void turn(boolean on, Instant now) {
        active = on;
        updatedAt = now;
    }

    /** Notes that what stands in this place changed. */
    public void touch(Instant now) {
        updatedAt = now;
    }

    public String name() {
        return name;
    }

    public int position() {
        return position;
    }

    public boolean isActive() {
        return active;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
