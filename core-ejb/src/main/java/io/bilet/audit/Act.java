package io.bilet.audit;

import io.bilet.people.Actor;
import java.time.Instant;

/**
 * Who does something, by what cause, and when; the same for everything that follows from it in one transaction.
 *
 * @param cause where it came from: {@code api}, {@code mail}, {@code routing}, {@code timer}
 */
public record Act(Actor actor, String cause, Instant at) {}
