package io.bilet.bench;

import io.bilet.dev.DatabaseAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** The baseline: the same rows, one prepared statement each, one transaction, the same driver and database. */
final class PlainSql {

    private final DatabaseAccess database;

    PlainSql(DatabaseAccess database) {
        this.database = database;
    }

    /** Writes what one ticket leaves behind, and commits. */
    Load.Opening create(TemplateRows template) {
        return connection -> new Create(database.connect(), template);
    }

    /** Reads by several statements with one parameter each, taken from {@code keys} at random. */
    Load.Opening read(List<String> statements, List<String> keys) {
        return connection -> new Read(database.connect(), statements, keys, new Random(connection));
    }

    private static final class Create implements Load.Work {

        private final Connection connection;
        private final TemplateRows template;
        private final List<PreparedStatement> inserts = new ArrayList<>();

        Create(Connection connection, TemplateRows template) throws SQLException {
            this.connection = connection;
            this.template = template;
            connection.setAutoCommit(false);
            for (TemplateRows.Row row : template.rows()) {
                inserts.add(connection.prepareStatement(row.insert()));
            }
        }

        @Override
        public void once() throws SQLException {
            UUID ticket = UUID.randomUUID();
            for (int i = 0; i < inserts.size(); i++) {
                TemplateRows.Row row = template.rows().get(i);
                for (int column = 0; column < row.columns().size(); column++) {
                    Object value = TemplateRows.copied(
                            row.columns().get(column), row.values().get(column), ticket, i == 0);
                    inserts.get(i).setObject(column + 1, value);
                }
                inserts.get(i).executeUpdate();
            }
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private static final class Read implements Load.Work {

        private final Connection connection;
        private final List<PreparedStatement> selects = new ArrayList<>();
        private final List<String> keys;
        private final Random random;

        Read(Connection connection, List<String> statements, List<String> keys, Random random) throws SQLException {
            this.connection = connection;
            this.keys = keys;
            this.random = random;
            for (String statement : statements) {
                selects.add(connection.prepareStatement(statement));
            }
        }

        @Override
        public void once() throws SQLException {
            String key = keys.get(random.nextInt(keys.size()));
            for (PreparedStatement select : selects) {
                select.setString(1, key);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        rows.getString(1);
                    }
                }
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
