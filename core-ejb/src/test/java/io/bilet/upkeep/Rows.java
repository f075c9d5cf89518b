package io.bilet.upkeep;

import io.bilet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows as they lie in the database, past the beans. */
final class Rows {

    private Rows() {}

    static long count(String sql, Object... values) {
        try (Connection connection = TestDatabase.connect();
                PreparedStatement statement = statement(connection, sql, values);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void change(String sql, Object... values) {
        try (Connection connection = TestDatabase.connect();
                PreparedStatement statement = statement(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement statement(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
