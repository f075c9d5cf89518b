package io.bilet.ticket;

import io.bilet.people.GroupId;
import java.time.Instant;

/** How long a group had a ticket. */
public record Stay(GroupId group, int tier, Instant from, Instant to) {}
