package io.bilet.dev;

import jakarta.json.Json;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The API tokens of the development server. A token's secret is shown once, so they are kept in a file only its owner
 * may read, and survive a restart as everything else does.
 */
final class DevTokens {

    private static final String ADMIN = "admin";

    private final Path file;
    private final URI api;
    private final Properties kept = new Properties();

    DevTokens(Path file, URI api) throws IOException {
        this.file = file;
        this.api = api;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
        }
    }

    /**
     * The administrator: the one kept, or a new one bought with the token that Bilet writes at its very first start.
     */
    ApiClient administrator(Path firstToken) throws IOException, InterruptedException {
        if (!works(kept.getProperty(ADMIN, ""))) {
            kept.clear();
            String first = Files.readString(firstToken).strip();
            var wanted =
                    Json.createObjectBuilder().add("name", "Development server").build();
            keep(ADMIN, new ApiClient(api, first).post("tokens", wanted).getString("secret"));
        }
        return new ApiClient(api, admin());
    }

    String admin() {
        return kept.getProperty(ADMIN);
    }

    /** The token of a user, made when there is none. */
    String of(String name, String userId) throws IOException, InterruptedException {
        if (kept.getProperty(name) == null) {
            var wanted = Json.createObjectBuilder()
                    .add("name", "Development server: " + name)
                    .add("user_id", userId)
                    .build();
            keep(name, new ApiClient(api, admin()).post("tokens", wanted).getString("secret"));
        }
        return kept.getProperty(name);
    }

    private boolean works(String token) throws IOException, InterruptedException {
        if (token.isEmpty()) {
            return false;
        }
        try {
            new ApiClient(api, token).get("me");
            return true;
        } catch (ApiRefused e) {
            return false;
        }
    }

    private void keep(String name, String secret) throws IOException {
        kept.setProperty(name, secret);
        StringWriter text = new StringWriter();
        kept.store(text, null);
        FileTree.writePrivately(file, text.toString());
    }
}
