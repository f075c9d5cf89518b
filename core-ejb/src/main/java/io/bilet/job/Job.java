package io.bilet.job;

import io.bilet.people.UserId;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something long that somebody asked for.
 *
 * @param kind which {@link JobTask} does it
 * @param draft what is to be done, in the task's own form
 * @param place where the next step begins, in the task's own form; empty at the beginning
 * @param done how many things are done, of {@code total}
 * @param sums what came of it so far, in the task's own form
 * @param endedAt null while it is not over
 */
public record Job(
        JobId id,
        String kind,
        UserId owner,
        JobStatus status,
        JsonObject draft,
        String place,
        long done,
        long total,
        JsonObject sums,
        Instant createdAt,
        @Nullable Instant endedAt) {}
