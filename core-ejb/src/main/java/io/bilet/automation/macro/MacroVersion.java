package io.bilet.automation.macro;

import io.bilet.people.UserId;
import jakarta.json.JsonArray;
import java.time.Instant;

/** What a macro said at one version, and who had said so. */
public record MacroVersion(int version, String name, JsonArray actions, UserId changedBy, Instant at) {}
