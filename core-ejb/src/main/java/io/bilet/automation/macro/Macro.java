package io.bilet.automation.macro;

import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.Require;
import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonArray;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Actions under a name, for agents to do to a ticket by hand.
 *
 * <p>Whoever uses it does everything in it or nothing. A macro that is not active is kept but used by nobody; what it
 * did stays done, and the ticket's record says which version of it that was.
 */
@Entity
@Table(name = "macro")
public class Macro {

    private static final int NAME_LENGTH_MAX = 100;
    private static final int DESCRIPTION_LENGTH_MAX = 500;
    private static final int URL_LENGTH_MAX = 500;

    @Id
    private UUID id;

    @Column(nullable = false)
    private String name;

    @Column
    private @Nullable String description;

    @Embedded
    private Reach reach;

    @Column(name = "actions_json", nullable = false)
    private String actions;

    /** Where what it answers can be read; without one, many uses are a hint to write it. */
    @Column(name = "article_url")
    private @Nullable String articleUrl;

    @Column(nullable = false)
    private boolean active = true;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Macro() {} // for JPA

    @SuppressWarnings("NullAway.Init") // the methods called set the rest
    Macro(MacroId id, String name, Reach reach, JsonArray actions, Instant now) {
        this.id = id.value();
        this.reach = reach;
        this.createdAt = now;
        rename(name, now);
        reword(actions, now);
    }

    final void rename(String next, Instant now) {
        name = Require.line(next, NAME_LENGTH_MAX, "/name");
        updatedAt = now;
    }

    final void describe(@Nullable String next, Instant now) {
        description = next == null ? null : Require.line(next, DESCRIPTION_LENGTH_MAX, "/description");
        updatedAt = now;
    }

    final void reword(JsonArray next, Instant now) {
        actions = next.toString();
        updatedAt = now;
    }

    final void explain(@Nullable String url, Instant now) {
        articleUrl = url == null ? null : address(url);
        updatedAt = now;
    }

    final void turn(boolean on, Instant now) {
        active = on;
        updatedAt = now;
    }

    /** Shown to agents as a link, so nothing but a page. */
    private static String address(String url) {
        Require.line(url, URL_LENGTH_MAX, "/article_url");
        try {
            URI uri = URI.create(url);
            if ("https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null) {
                return url;
            }
        } catch (IllegalArgumentException malformed) {
            // answered below, without the parser's wording
        }
        throw new InvalidInput("/article_url", "invalid_url", "An https address of a page was expected.");
    }

    /**
     * Refuses a change based on an outdated reading.
     *
     * @throws StaleVersion if {@code expected} is given and not the present version
     */
    void requireVersion(Optional<Integer> expected) {
        StaleVersion.unlessCurrent(expected, version);
    }

    public MacroId id() {
        return new MacroId(id);
    }

    public String name() {
        return name;
    }

    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    public Reach reach() {
        return reach;
    }

    /** What it does, in the language of actions. */
    public JsonArray actions() {
        return StoredJson.read(actions).asJsonArray();
    }

    public Optional<String> articleUrl() {
        return Optional.ofNullable(articleUrl);
    }

    public boolean active() {
        return active;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public int version() {
        return version;
    }
}
