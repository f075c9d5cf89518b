package io.bilet.plugins.slacklookup;

import io.bilet.plugins.support.JsonApi;
import io.bilet.plugins.support.JsonApi.Request;
import io.bilet.plugins.support.JsonTree;
import io.bilet.plugins.support.Patience;
import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which address somebody has at Slack, where the workspace's administrators see to it that it is theirs. */
final class SlackUsers {

    /** Slack wants an answer within three seconds; a second question need not ask again who it is. */
    private static final Duration BELIEVE = Duration.ofMinutes(10);

    private static final int REMEMBERED_MAX = 1_000;

    private final JsonApi api;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    SlackUsers(JsonApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** The address of a user; empty if Slack does not know them, or they have none. */
    Optional<String> address(String userId, Patience patience) throws FarEndUnavailable, FarEndRefused {
        Known before = known.get(userId);
        Instant now = clock.instant();
        if (before != null && before.at.plus(BELIEVE).isAfter(now)) {
            return Optional.of(before.address);
        }
        Optional<String> address = ask(userId, patience);
        if (known.size() >= REMEMBERED_MAX) {
            known.clear();
        }
        address.ifPresent(found -> known.put(userId, new Known(found, now)));
        return address;
    }

    /** Slack answers refusals with status 200 and {@code ok: false}. */
    private Optional<String> ask(String userId, Patience patience) throws FarEndUnavailable, FarEndRefused {
        Request call = Request.get("/users.info?user=" + JsonApi.encoded(userId));
        JsonTree answer = api.send(call, Set.of(200), patience).json();
        if (answer.truth("ok")) {
            return answer.inner("user")
                    .orElseThrow(() -> new FarEndRefused("Slack answered a user without anything."))
                    .text("profile", "email");
        }
        String error = answer.needed("error");
        return switch (error) {
            case "user_not_found", "user_not_visible" -> Optional.empty();
            case "ratelimited", "fatal_error", "internal_error", "service_unavailable" ->
                throw new FarEndUnavailable("Slack asks for patience.");
            default ->
                throw new FarEndRefused(
                        "Slack does not let the app look up users; check the bot token and its scopes.");
        };
    }

    private record Known(String address, Instant at) {}
}
