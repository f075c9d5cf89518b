package io.bilet.people.team;

import io.bilet.people.UserId;
import java.time.Instant;

/** An agent as a member of a group. */
public record MemberRow(UserId agentId, String name, Instant since) {}
