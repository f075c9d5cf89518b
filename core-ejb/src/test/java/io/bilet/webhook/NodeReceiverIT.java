package io.bilet.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bilet.platform.json.StoredJson;
import io.bilet.platform.time.MachineClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver in JavaScript, on the reference library of npm; skipped, with a word, where node or npm is not to be had. */
class NodeReceiverIT {

    private static final String LIBRARY = "standardwebhooks@1.0.0";
    private static final String RECEIVER = """
            const { Webhook } = require('standardwebhooks');
            const told = JSON.parse(require('fs').readFileSync(process.argv[2], 'utf8'));
            new Webhook(told.secret).verify(told.body, told.headers);
            console.log('believed');
            """;

    @TempDir
    Path folder;

    @Test
    void its_library_believes_us_and_no_other_secret() throws IOException, InterruptedException {
        assumeTrue(succeeds("node", "--version"), "The receiver in JavaScript was skipped: there is no node.");
        assumeTrue(
                succeeds("npm", "install", "--no-audit", "--no-fund", "--prefix", folder.toString(), LIBRARY),
                "The receiver in JavaScript was skipped: npm cannot get its library here.");
        Files.writeString(folder.resolve("receiver.js"), RECEIVER);
        WebhookSecret secret = WebhookSecret.next();

        assertThat(believed(secret, secret)).isTrue();
        assertThat(believed(WebhookSecret.next(), secret)).isFalse();
    }

    private boolean believed(WebhookSecret theirs, WebhookSecret ours) throws IOException, InterruptedException {
        String body = "{\"type\":\"ticket.created\",\"data\":{\"name\":\"Çağla\"}}";
        String id = DeliveryId.next().toString();
        long now = MachineClock.UTC.instant().getEpochSecond();
        String told = StoredJson.object()
                .add("secret", theirs.toString())
                .add("body", body)
                .add(
                        "headers",
                        StoredJson.object()
                                .add("webhook-id", id)
                                .add("webhook-timestamp", Long.toString(now))
                                .add("webhook-signature", ours.sign(id, now, body)))
                .build()
                .toString();
        Path file = Files.write(folder.resolve("told.json"), told.getBytes(UTF_8));
        return succeeds("node", folder.resolve("receiver.js").toString(), file.toString());
    }

    private boolean succeeds(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output.txt").toFile())
                    .start();
            return process.waitFor(120, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
