package io.bilet.dev;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevFileTest {

    private static final DevFile FILE = new DevFile(
            new Ports(100),
            URI.create("http://127.0.0.1:10090/health/ready"),
            List.of(
                    new MailServer.Mailbox("support@bilet.test", "support@bilet.test", "p1"),
                    new MailServer.Mailbox("customer@example.org", "customer@example.org", "p2")),
            new Tokens("bil_admin", Map.of("mira", "bil_mira"), "bil_requester"),
            new DatabaseAccess("jdbc:mariadb://127.0.0.1:3417/bilet", "bilet", "p3"));

    @TempDir
    Path folder;

    @Test
    void it_tells_scripts_and_frontends_where_everything_is_and_how_to_get_in() throws IOException {
        Path file = folder.resolve("dev.json");

        FILE.write(file);

        assertThat(read(file)).isEqualTo(json("""
                {"api": "http://127.0.0.1:8180/api/v1", "docs": "http://127.0.0.1:8180/",
                 "health": "http://127.0.0.1:10090/health/ready",
                 "smtp": {"host": "127.0.0.1", "port": 3125}, "imap": {"host": "127.0.0.1", "port": 3243},
                 "support_address": "support@bilet.test",
                 "mailboxes": [
                   {"address": "support@bilet.test", "user": "support@bilet.test", "password": "p1"},
                   {"address": "customer@example.org", "user": "customer@example.org", "password": "p2"}],
                 "tokens": {"admin": "bil_admin", "agents": {"mira": "bil_mira"}, "requester": "bil_requester"},
                 "database": {"url": "jdbc:mariadb://127.0.0.1:3417/bilet", "user": "bilet", "password": "p3"}}
                """));
    }

    @Test
    void nobody_else_of_the_machine_can_read_the_tokens() throws IOException {
        Path file = folder.resolve("dev.json");

        FILE.write(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static JsonObject read(Path file) throws IOException {
        return json(Files.readString(file));
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
