package io.bilet.ticket;

import io.bilet.people.UserId;
import java.time.Instant;

/** Somebody who works here and wants to know about a ticket. */
public record Follower(UserId userId, Instant since) {}
