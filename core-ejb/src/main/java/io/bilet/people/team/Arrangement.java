package io.bilet.people.team;

import io.bilet.people.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When an agent works, and who stands in for them.
 *
 * @param schedule whose open hours are theirs; null if they work whenever they are online
 * @param deputy comes first for what the agent held while they cannot take it
 */
public record Arrangement(@Nullable UUID schedule, @Nullable UserId deputy) {}
