package io.bilet.dev;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The passwords of one database, made up on its first start and kept beside its data. */
record DatabasePasswords(String root, String application) {

    /** The application's user; it owns every schema whose name begins with its own. */
    static final String USER = "bilet";

    static DatabasePasswords keptIn(Path file) throws IOException {
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
        } else {
            kept.setProperty("root", Secrets.next());
            kept.setProperty(USER, Secrets.next());
            StringWriter text = new StringWriter();
            kept.store(text, null);
            FileTree.writePrivately(file, text.toString());
        }
        return new DatabasePasswords(kept.getProperty("root"), kept.getProperty(USER));
    }

    /** Statements the database executes on each start before it lets anybody in; one a line. */
    String setup() {
        return """
                DELETE FROM mysql.global_priv WHERE Host NOT IN ('localhost', '127.0.0.1') OR User = '';
                DELETE FROM mysql.db WHERE User <> '%3$s';
                FLUSH PRIVILEGES;
                CREATE OR REPLACE USER 'root'@'localhost' IDENTIFIED BY '%1$s';
                GRANT ALL ON *.* TO 'root'@'localhost' WITH GRANT OPTION;
                CREATE OR REPLACE USER 'root'@'127.0.0.1' IDENTIFIED BY '%1$s';
                GRANT ALL ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;
                CREATE OR REPLACE USER '%3$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
                GRANT ALL ON `%3$s%%`.* TO '%3$s'@'127.0.0.1';
                """.formatted(root, application, USER);
    }
}
