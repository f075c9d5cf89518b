package io.bilet.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The instants of a ticket's life that others ask for. */
@Embeddable
public class Timeline {

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Column(name = "solved_at")
    private @Nullable Instant solvedAt;

    /** When a solved ticket becomes final unless somebody writes. */
    @Column(name = "closes_at")
    private @Nullable Instant closesAt;

    @Column(name = "last_comment_at")
    private @Nullable Instant lastCommentAt;

    @SuppressWarnings("NullAway.Init")
    protected Timeline() {} // for JPA

    Timeline(Instant now) {
        createdAt = now;
        updatedAt = now;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Optional<Instant> solvedAt() {
        return Optional.ofNullable(solvedAt);
    }

    public Optional<Instant> closesAt() {
        return Optional.ofNullable(closesAt);
    }

    public Optional<Instant> lastCommentAt() {
        return Optional.ofNullable(lastCommentAt);
    }

    void touch(Instant now) {
        updatedAt = now;
    }

    void commentedAt(Instant now) {
        lastCommentAt = now;
        updatedAt = now;
    }

    void solved(Instant now) {
        solvedAt = now;
    }

    /** Sets when a solved ticket becomes final unless somebody writes before. */
    public void closesAt(@Nullable Instant instant) {
        closesAt = instant;
    }
}
