package io.bilet.journey;

import io.bilet.dev.DatabaseAccess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches every change of who owns what from inside the database, whichever node makes it and however short it lasts:
 * an agent who is given more than they can take, a ticket that is taken from one and given to another.
 */
final class Witness implements AutoCloseable {

    /** Work that is pushed to somebody, unlike work that comes back to them, sets when they were last given any. */
    private static final String ABOVE_CAPACITY = """
            CREATE TRIGGER witness_load AFTER UPDATE ON agent_load FOR EACH ROW
            IF NEW.open_count > OLD.open_count AND NOT NEW.last_assigned_at <=> OLD.last_assigned_at
               AND NEW.open_count > (SELECT capacity FROM agent WHERE id = NEW.agent_id) THEN
              INSERT INTO witness VALUES (CONCAT(NEW.agent_id, ' was given ticket number ', NEW.open_count));
            END IF
            """;

    private static final String CHANGED_HANDS = """
            CREATE TRIGGER witness_owner AFTER UPDATE ON ticket FOR EACH ROW
            IF OLD.assignee_id IS NOT NULL AND NEW.assignee_id IS NOT NULL AND OLD.assignee_id <> NEW.assignee_id THEN
              INSERT INTO witness VALUES (CONCAT(NEW.id, ' went from ', OLD.assignee_id, ' to ', NEW.assignee_id));
            END IF
            """;

    private final DatabaseAccess schema;

    private Witness(DatabaseAccess schema) {
        this.schema = schema;
    }

    static Witness of(DatabaseAccess schema) throws SQLException {
        Witness witness = new Witness(schema);
        witness.close();
        witness.tell("CREATE TABLE witness (what VARCHAR(200) NOT NULL)", ABOVE_CAPACITY, CHANGED_HANDS);
        return witness;
    }

    /** What must not have happened. */
    List<String> reports() throws SQLException {
        List<String> reports = new ArrayList<>();
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT what FROM witness")) {
            while (rows.next()) {
                reports.add(rows.getString(1));
            }
        }
        return reports;
    }

    @Override
    public void close() throws SQLException {
        tell(
                "DROP TRIGGER IF EXISTS witness_load",
                "DROP TRIGGER IF EXISTS witness_owner",
                "DROP TABLE IF EXISTS witness");
    }

    private void tell(String... statements) throws SQLException {
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
