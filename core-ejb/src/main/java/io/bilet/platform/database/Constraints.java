package io.bilet.platform.database;

import io.bilet.platform.error.Conflict;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Set;

/**
 * What the database refuses because two transactions wanted the same name, or because something is still referred to.
 */
public final class Constraints {

    // MariaDB: duplicate key, row is referenced, referenced row is missing.
    private static final Set<Integer> VIOLATIONS = Set.of(1062, 1451, 1452);

    private Constraints() {}

    /**
     * Runs {@code write}, which must send its statements.
     *
     * @throws Conflict with {@code message} if a unique or foreign key refuses it
     */
    public static void guard(Runnable write, String message) {
        try {
            write.run();
        } catch (PersistenceException refused) {
            throw isViolation(refused) ? new Conflict(message) : refused;
        }
    }

    private static boolean isViolation(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && VIOLATIONS.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
