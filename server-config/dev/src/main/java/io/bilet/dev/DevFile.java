package io.bilet.dev;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** What {@code dev.json} says: where everything is, and how to get in. */
record DevFile(Ports ports, URI health, List<MailServer.Mailbox> mailboxes, Tokens tokens, DatabaseAccess database) {

    /** Readers see the whole file or none. */
    void write(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        FileTree.writePrivately(unfinished, pretty(json()));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    JsonObject json() {
        JsonArrayBuilder boxes = Json.createArrayBuilder();
        mailboxes.forEach(mailbox -> boxes.add(Json.createObjectBuilder()
                .add("address", mailbox.address())
                .add("user", mailbox.user())
                .add("password", mailbox.password())));
        return Json.createObjectBuilder()
                .add("api", "http://127.0.0.1:" + ports.http() + "/api/v1")
                .add("docs", "http://127.0.0.1:" + ports.http() + "/")
                .add("health", health.toString())
                .add("smtp", endpoint(ports.smtp()))
                .add("imap", endpoint(ports.imap()))
                .add("support_address", DemoDesk.SUPPORT_ADDRESS)
                .add("mailboxes", boxes)
                .add("tokens", tokensJson())
                .add(
                        "database",
                        Json.createObjectBuilder()
                                .add("url", database.url())
                                .add("user", database.user())
                                .add("password", database.password()))
                .build();
    }

    private JsonObjectBuilder tokensJson() {
        JsonObjectBuilder agents = Json.createObjectBuilder();
        tokens.agents().forEach(agents::add);
        return Json.createObjectBuilder()
                .add("admin", tokens.admin())
                .add("agents", agents)
                .add("requester", tokens.requester());
    }

    private static JsonObjectBuilder endpoint(int port) {
        return Json.createObjectBuilder().add("host", "127.0.0.1").add("port", port);
    }

    private static String pretty(JsonObject json) {
        JsonWriterFactory factory = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
        StringWriter text = new StringWriter();
        try (JsonWriter writer = factory.createWriter(text)) {
            writer.writeObject(json);
        }
        return text.append('\n').toString();
    }
}
