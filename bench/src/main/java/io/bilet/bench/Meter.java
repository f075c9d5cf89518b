package io.bilet.bench;

import io.bilet.dev.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Processor time of server and database, the server's memory, and statements, as the system counts them. */
final class Meter {

    /** Clock ticks a second in {@code /proc} (proc(5)); 100 on every Linux of today. */
    private static final double TICKS_PER_SECOND = 100;

    private static final String STATEMENTS = "SELECT SUM(VARIABLE_VALUE) FROM information_schema.GLOBAL_STATUS"
            + " WHERE VARIABLE_NAME IN ('COM_SELECT', 'COM_INSERT', 'COM_UPDATE', 'COM_DELETE', 'COM_REPLACE')";

    private final EmbeddedDatabase database;
    private final long server;

    /**
     * What was used up to now.
     *
     * @param statements that read or wrote rows, of every connection
     */
    record Reading(double serverCpuSeconds, double databaseCpuSeconds, long statements) {}

    Meter(EmbeddedDatabase database, long server) {
        this.database = database;
        this.server = server;
    }

    Reading read() throws IOException, SQLException {
        return new Reading(cpuSeconds(server), cpuSeconds(database.pid()), statements());
    }

    /** Memory of the server in MiB that is resident. */
    long residentMiB() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + server + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        throw new IOException("No resident memory is told of process " + server);
    }

    private static double cpuSeconds(long process) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    private long statements() throws SQLException {
        try (Connection connection = database.administrator();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(STATEMENTS)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
