package io.bilet.platform.database;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a unit of work again, in a fresh transaction, when the database asked for it: after a deadlock, a lock wait that
 * took too long, or a row that another transaction changed first. Call it outside any transaction.
 */
public final class Retry {

    /** Tries in all; more would only add to the crowd. */
    public static final int TRIES_MAX = 3;

    // MariaDB: record changed since last read, lock wait timeout exceeded, deadlock found.
    private static final Set<Integer> TRY_AGAIN = Set.of(1020, 1205, 1213);

    private static final long PAUSE_NANOS_MAX = 20_000_000;

    private Retry() {}

    public static <T> T of(Supplier<T> unitOfWork) {
        for (int tries = 1; ; tries++) {
            try {
                return unitOfWork.get();
            } catch (RuntimeException refused) {
                if (tries == TRIES_MAX || !isTryAgain(refused)) {
                    throw refused;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(tries * PAUSE_NANOS_MAX));
            }
        }
    }

    public static void run(Runnable unitOfWork) {
        Retry.<@Nullable Void>of(() -> {
            unitOfWork.run();
            return null;
        });
    }

    /** Whether the database refused for a reason that a fresh transaction may not meet. */
    public static boolean isTryAgain(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || (cause instanceof SQLException sql && TRY_AGAIN.contains(sql.getErrorCode()))) {
                return true;
            }
        }
        return false;
    }
}
