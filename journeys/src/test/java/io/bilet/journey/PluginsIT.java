package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bilet.plugins.guarded.GuardedPlugin;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An administrator adds a plugin to a running Bilet, sets it up, switches it off, and takes it away. */
@Journey
class PluginsIT {

    private static final Duration SEEN_MAX = Duration.ofSeconds(30);
    private static final String CANARY = "canary-token-4711";

    private final DeskDriver admin = DeskDriver.asAdmin();

    @AfterEach
    void tidy() throws Exception {
        if (admin.tryGet("plugins/guarded").status() == 200) {
            Suite.current().plugins().remove("guarded");
        }
    }

    @Test
    void a_plugin_is_dropped_in_set_up_replaced_and_taken_away_without_a_restart() throws Exception {
        Suite.current().plugins().drop("guarded", "1", GuardedPlugin.class);
        becomes("unconfigured");
        assertThat(plugin().getString("reason")).contains("token");

        assertThat(set("{'settings': {'pin': '1234'}}").body()).contains("\"/settings/pin\"", "unknown_setting");
        assertThat(set("{'settings': {'far_end': 'file:///etc/passwd', 'token': 'x'}}")
                        .body())
                .contains("\"/settings/far_end\"");
        assertThat(set("{'settings': {'far_end': 'https://a.example'}}").body())
                .contains("\"/settings/token\"", "required");
        Answer configured = set("{'settings': {'token': '" + CANARY + "'}}");

        assertThat(configured.status()).as(configured.body()).isEqualTo(200);
        assertThat(configured.body()).doesNotContain(CANARY).contains("\"source\":\"configuration\"");
        becomes("active");
        assertThat(admin.tryGet("plugins/guarded/configuration").body()).doesNotContain(CANARY);
        assertThat(admin.tryGet("audit-entries?limit=100").body())
                .contains("plugin_configuration.updated")
                .doesNotContain(CANARY);

        set("{'enabled': false}");
        becomes("disabled");
        set("{'enabled': true}");
        becomes("active");

        Suite.current().plugins().drop("guarded", "2", GuardedPlugin.class);
        await("the new version")
                .atMost(SEEN_MAX)
                .until(() -> plugin().getString("version").equals("2")
                        && plugin().getString("state").equals("active"));

        Suite.current().plugins().remove("guarded");
        await("its end")
                .atMost(SEEN_MAX)
                .until(() -> admin.tryGet("plugins/guarded").status() == 404);
    }

    @Test
    void a_plugin_does_not_reach_into_our_network_and_is_started_anew_on_demand() {
        Suite.current().plugins().drop("guarded", "1", GuardedPlugin.class);
        await("the jar")
                .atMost(SEEN_MAX)
                .until(() -> admin.tryGet("plugins/guarded").status() == 200);
        await("its settings").atMost(SEEN_MAX).until(() -> !admin.get("plugins/guarded/configuration")
                .getJsonArray("settings")
                .isEmpty());

        set("{'settings': {'token': 'x', 'far_end': 'http://127.0.0.2:1/'}}");

        becomes("failed");
        assertThat(plugin().getString("reason")).contains("not on the open internet");
        set("{'settings': {'far_end': null}}");
        becomes("active");
        var reload = admin.request("plugins/guarded/reloads").POST(BodyPublishers.noBody());
        assertThat(admin.send(reload, "").status()).isEqualTo(202);
        assertThat(DeskDriver.asAgent("mira")
                        .tryGet("plugins/guarded/configuration")
                        .status())
                .isEqualTo(403);
        becomes("active");
    }

    private void becomes(String state) {
        await(state).atMost(SEEN_MAX).until(() -> {
            Answer answer = admin.tryGet("plugins/guarded");
            return answer.status() == 200 && answer.json().getString("state").equals(state);
        });
    }

    private JsonObject plugin() {
        return admin.get("plugins/guarded");
    }

    private Answer set(String change) {
        try (JsonReader reader = Json.createReader(new StringReader(change.replace('\'', '"')))) {
            return admin.patch("plugins/guarded/configuration", reader.readObject());
        }
    }
}
