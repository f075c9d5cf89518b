package io.bilet.dev;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** What a node needs to know to reach its database. */
public record DatabaseAccess(String url, String user, String password) {

    /** The variables by which a server is told. */
    public Map<String, String> environment() {
        return Map.of("BILET_DB_URL", url, "BILET_DB_USER", user, "BILET_DB_PASSWORD", password);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
