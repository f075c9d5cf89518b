package io.bilet.platform.database;

import jakarta.resource.ResourceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached, or takes no changes, from one that refuses a statement. */
public final class DatabaseAway {

    // MariaDB: shutting down, too many connections (two kinds), read-only, connection killed, server gone.
    private static final Set<Integer> AWAY = Set.of(1053, 1040, 1203, 1290, 1836, 1927, 2006, 2013);

    private DatabaseAway() {}

    public static boolean isCauseOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResourceException
                    || isFailedCommit(cause)
                    || (cause instanceof SQLException sql && isAway(sql))) {
                return true;
            }
        }
        return false;
    }

    /** It went away, or was made read-only, at the commit: whether that took place nobody knows, or it did not. */
    private static boolean isFailedCommit(Throwable cause) {
        return cause instanceof HeuristicMixedException
                || (cause instanceof RollbackException && cause.getCause() == null);
    }

    private static boolean isAway(SQLException sql) {
        String state = sql.getSQLState();
        boolean ofThePool = state == null && sql.getErrorCode() == 0; // what comes from the database says more
        return ofThePool
                || sql instanceof SQLTransientConnectionException
                || sql instanceof SQLNonTransientConnectionException
                || sql instanceof SQLRecoverableException
                || (state != null && state.startsWith("08"))
                || AWAY.contains(sql.getErrorCode());
    }
}
