package io.bilet.dev;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.util.Optional;

/** Connects a Bilet with the mail server of this machine: one channel, one support address. */
final class DemoMail {

    private static final String CHANNEL = "Local mail";

    private final ApiClient api;

    DemoMail(ApiClient api) {
        this.api = api;
    }

    /** Makes the channel, or points it to where the mail server is this time. */
    void connect(MailServer.Mailbox mailbox, Ports ports) throws IOException, InterruptedException {
        JsonObject servers = Json.createObjectBuilder()
                .add("imap", server(ports.imap()).add("user", mailbox.user()).add("password", mailbox.password()))
                .add("smtp", server(ports.smtp()))
                .build();
        Optional<String> channel = find("mail-channels", "name", CHANNEL);
        if (channel.isPresent()) {
            api.patch("mail-channels/" + channel.get(), servers);
            return;
        }
        String id = api.post("mail-channels", with(servers, "name", CHANNEL)).getString("id");
        if (find("support-addresses", "address", DemoDesk.SUPPORT_ADDRESS).isEmpty()) {
            api.post("support-addresses", supportAddress(id));
        }
    }

    private Optional<String> find(String resource, String property, String value)
            throws IOException, InterruptedException {
        return api.find(resource, item -> item.getString(property).equals(value))
                .map(item -> item.getString("id"));
    }

    private static JsonObject supportAddress(String channel) {
        return Json.createObjectBuilder()
                .add("address", DemoDesk.SUPPORT_ADDRESS)
                .add("name", "Bilet Support")
                .add("mail_channel_id", channel)
                .add("default", true)
                .build();
    }

    private static JsonObjectBuilder server(int port) {
        return Json.createObjectBuilder()
                .add("host", "127.0.0.1")
                .add("port", port)
                .add("security", "none");
    }

    private static JsonObject with(JsonObject object, String name, String value) {
        return Json.createObjectBuilder(object).add(name, value).build();
    }
}
