package io.bilet.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.jspecify.annotations.Nullable;

/**
 * The migrated database of this test run, and transactions on it.
 *
 * <p>One per JVM, started by the first test that asks for it. Tests do not clean up: each makes what it needs with
 * ids of its own and looks at nothing else.
 */
public final class TestDatabase {

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    static {
        HIBERNATE.setLevel(Level.SEVERE);
    }

    private static final TestDatabase INSTANCE = started();
    private static final ThreadLocal<@Nullable EntityManager> CURRENT = new ThreadLocal<>();

    private final MariaDb server;
    private final EntityManagerFactory factory;

    private TestDatabase(MariaDb server) {
        this.server = server;
        Flyway.configure()
                .dataSource(server.url(), server.user(), server.password())
                .load()
                .migrate();
        this.factory = Persistence.createEntityManagerFactory(
                "bilet",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jdbc.url",
                        server.url(),
                        "jakarta.persistence.jdbc.user",
                        server.user(),
                        "jakarta.persistence.jdbc.password",
                        server.password(),
                        "hibernate.connection.isolation",
                        "READ_COMMITTED",
                        "hibernate.connection.pool_size",
                        "20",
                        "hibernate.generate_statistics",
                        "true",
                        "hibernate.type.json_format_mapper",
                        NoJson.class.getName()));
    }

    private static TestDatabase started() {
        long start = System.nanoTime();
        MariaDb server = MariaDb.start();
        long up = System.nanoTime();
        TestDatabase database = new TestDatabase(server);
        System.getLogger(TestDatabase.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "MariaDB up after {0} ms, schema and mappings ready {1} ms later",
                        (up - start) / 1_000_000,
                        (System.nanoTime() - up) / 1_000_000);
        return database;
    }

    /** A connection of its own, for what goes past the beans. */
    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(INSTANCE.server.url(), INSTANCE.server.user(), INSTANCE.server.password());
    }

    /** Runs {@code work} in the present transaction, or else in one that ends with it. */
    public static <T> T inTransaction(Supplier<T> work) {
        return CURRENT.get() == null ? inNewTransaction(work) : work.get();
    }

    public static void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return true;
        });
    }

    /** Runs {@code work} in a transaction of its own; rolls back if it throws. */
    public static <T> T inNewTransaction(Supplier<T> work) {
        EntityManager outer = CURRENT.get();
        EntityManager em = INSTANCE.factory.createEntityManager();
        CURRENT.set(em);
        try {
            em.getTransaction().begin();
            T result = work.get();
            em.getTransaction().commit();
            return result;
        } finally {
            CURRENT.set(outer);
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }

    /** How many statements {@code work} prepares; of all threads, so nothing else may run. */
    public static long statements(Runnable work) {
        var statistics = INSTANCE.factory.unwrap(SessionFactory.class).getStatistics();
        long before = statistics.getPrepareStatementCount();
        inTransaction(work);
        return statistics.getPrepareStatementCount() - before;
    }

    /** The entity manager of the present transaction. */
    static EntityManager current() {
        EntityManager em = CURRENT.get();
        if (em == null) {
            throw new IllegalStateException("This needs a transaction: TestDatabase.inTransaction");
        }
        return em;
    }

    /** No entity has a JSON column; without a mapper Hibernate would look for a JSON-B that is not here. */
    public static final class NoJson implements FormatMapper {

        @Override
        public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
            throw new UnsupportedOperationException();
        }
    }
}
