package io.bilet.platform.idempotency;

import io.bilet.platform.blob.Sha256;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of {@code idempotency_key}. */
@ApplicationScoped
public class IdempotencyKeyRepository {

    private static final String KEY = " WHERE principal = :principal AND route = :route AND request_key = :key";

    private static final int LOCK_WAIT_TIMEOUT = 1205;

    /** How many rows one sweep removes at most, so that it holds its locks for a moment only. */
    private static final int SWEEP_MAX = 5_000;

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /**
     * Takes the key; waits a second or two for a transaction that has taken it and is not finished.
     *
     * @return false if it was taken by a call that was finished
     * @throws CallInProgress if the other transaction takes longer
     */
    public boolean take(CallKey key, Instant expiresAt) {
        Query insert = em.createNativeQuery("""
                SET STATEMENT innodb_lock_wait_timeout = 1 FOR
                INSERT IGNORE INTO idempotency_key (principal, route, request_key, request_hash, expires_at)
                VALUES (:principal, :route, :key, :hash, :expires)""");
        name(insert, key).setParameter("hash", new byte[32]).setParameter("expires", Utc.column(expiresAt));
        try {
            return insert.executeUpdate() == 1;
        } catch (PersistenceException refused) {
            throw isTired(refused) ? new CallInProgress() : refused;
        }
    }

    private static boolean isTired(PersistenceException refused) {
        return Stream.<Throwable>iterate(refused, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && sql.getErrorCode() == LOCK_WAIT_TIMEOUT);
    }

    /** Takes a key whose time is over; false if it is not. */
    public boolean retake(CallKey key, Instant now, Instant expiresAt) {
        Query update = em.createNativeQuery(
                "UPDATE idempotency_key SET expires_at = :expires" + KEY + " AND expires_at <= :now");
        return name(update, key)
                        .setParameter("expires", Utc.column(expiresAt))
                        .setParameter("now", Utc.column(now))
                        .executeUpdate()
                == 1;
    }

    /** What was answered to the call that took the key; empty if the key was removed meanwhile. */
    public Optional<Row> find(CallKey key) {
        Query select = em.createNativeQuery(
                "SELECT request_hash, expires_at, status, headers, body FROM idempotency_key" + KEY);
        List<?> rows = name(select, key).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(IdempotencyKeyRepository::row)
                .findFirst();
    }

    public void finish(CallKey key, Sha256 hash, StoredAnswer answer) {
        Query update = em.createNativeQuery(
                "UPDATE idempotency_key SET request_hash = :hash, status = :status, headers = :headers, body = :body"
                        + KEY);
        name(update, key)
                .setParameter("hash", HexFormat.of().parseHex(hash.hex()))
                .setParameter("status", answer.status())
                .setParameter("headers", answer.headers())
                .setParameter("body", answer.body())
                .executeUpdate();
    }

    /** Forgets keys whose time is over; returns how many. */
    public int sweep(Instant now) {
        return em.createNativeQuery("DELETE FROM idempotency_key WHERE expires_at <= :now LIMIT " + SWEEP_MAX)
                .setParameter("now", Utc.column(now))
                .executeUpdate();
    }

    private static Query name(Query query, CallKey key) {
        return query.setParameter("principal", key.principal())
                .setParameter("route", key.route())
                .setParameter("key", key.key().getBytes(StandardCharsets.US_ASCII));
    }

    private static Row row(Object[] columns) {
        StoredAnswer answer = columns[2] == null
                ? null
                : new StoredAnswer(
                        (int) Columns.number(columns[2]), Columns.text(columns[3]), Columns.textOrNull(columns[4]));
        return new Row(
                new Sha256(HexFormat.of().formatHex((byte[]) Objects.requireNonNull(columns[0]))),
                Objects.requireNonNull(Utc.instant(columns[1])),
                answer);
    }

    /**
     * One key.
     *
     * @param answer null while the call is being worked on
     */
    public record Row(
            Sha256 hash, Instant expiresAt, @Nullable StoredAnswer answer) {}
}
