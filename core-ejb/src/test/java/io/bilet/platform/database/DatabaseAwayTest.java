package io.bilet.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import jakarta.resource.ResourceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DatabaseAwayTest {

    static final List<Exception> AWAY = List.of(
            new ResourceException("no connection"),
            new SQLNonTransientConnectionException("socket error"),
            new SQLException("the pool took the connection away"),
            new SQLException("read-only", "HY000", 1290),
            new SQLException("broken", "08000"),
            new HeuristicMixedException("went away during the commit"),
            new RollbackException("refused at the commit"));

    static final List<Exception> THERE = List.of(
            new SQLIntegrityConstraintViolationException("twice", "23000", 1062),
            new SQLException("deadlock", "40001", 1213),
            rolledBackBecauseOf(new PersistenceException("a mistake of ours")),
            new IllegalStateException("a mistake of ours"));

    @ParameterizedTest
    @FieldSource("AWAY")
    void whoever_asks_again_may_find_it_back(Exception reason) {
        assertThat(DatabaseAway.isCauseOf(new EJBException(new PersistenceException(reason))))
                .isTrue();
    }

    @ParameterizedTest
    @FieldSource("THERE")
    void what_it_refuses_it_refuses_for_a_reason(Exception reason) {
        assertThat(DatabaseAway.isCauseOf(new EJBException(new PersistenceException(reason))))
                .isFalse();
    }

    private static Exception rolledBackBecauseOf(Exception reason) {
        RollbackException rolledBack = new RollbackException("could not be written");
        rolledBack.initCause(reason);
        return rolledBack;
    }
}
