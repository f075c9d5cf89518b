package io.bilet.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the requester can expect an answer, as far as can be told: an estimate, where {@link Due} is a promise. */
@Embeddable
public class Expectation {

    @Column(name = "expected_reply_at")
    private @Nullable Instant replyAt;

    @Column(name = "reply_owed", nullable = false)
    private boolean isOwed;

    /** Whether the requester waits for an answer. */
    public boolean isOwed() {
        return isOwed;
    }

    /** Empty if no answer is owed, or nobody can tell. */
    public Optional<Instant> replyAt() {
        return Optional.ofNullable(replyAt);
    }

    /** An answer is owed; null if nobody can tell by when. */
    public void replyBy(@Nullable Instant instant) {
        isOwed = true;
        replyAt = instant;
    }

    /** No answer is owed any more. */
    public void end() {
        isOwed = false;
        replyAt = null;
    }
}
