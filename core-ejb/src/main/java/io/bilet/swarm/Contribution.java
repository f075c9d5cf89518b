package io.bilet.swarm;

import io.bilet.people.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What a member of a swarm found out.
 *
 * @param spent how long they say they worked on it
 */
public record Contribution(UUID id, UserId agent, String text, Duration spent, Instant at) {

    public static final int TEXT_LENGTH_MAX = 10_000;
}
