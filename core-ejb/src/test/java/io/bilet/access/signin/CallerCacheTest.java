package io.bilet.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerCacheTest {

    private static final Caller MIRA = new Caller(
            UserId.next(), Role.AGENT, RolePermissions.of(Role.AGENT), Set.of(), Set.of(), null, "tok_1", null);

    private final CallerCache cache = new CallerCache();

    @Test
    void what_was_found_is_believed_for_a_while() {
        cache.put("key", MIRA, Duration.ofSeconds(30), 1);

        assertThat(cache.find("key", 1)).contains(MIRA);
        assertThat(cache.find("another", 1)).isEmpty();
    }

    @Test
    void nothing_found_before_a_revocation_is_believed_after_it_even_if_put_in_later() {
        cache.put("key", MIRA, Duration.ofSeconds(30), 1);

        assertThat(cache.find("key", 2)).isEmpty();
    }

    @Test
    void a_token_about_to_expire_is_not_believed_longer_than_it_lives() {
        cache.put("key", MIRA, Duration.ZERO, 1);
        cache.put("key", MIRA, Duration.ofSeconds(-1), 1);

        assertThat(cache.find("key", 1)).isEmpty();
    }

    @Test
    void a_flood_of_tokens_does_not_fill_the_memory() {
        for (int i = 0; i < CallerCache.ENTRIES_MAX + 10; i++) {
            cache.put("key-" + i, MIRA, Duration.ofSeconds(30), 1);
        }

        assertThat(cache.find("key-0", 1)).isEmpty();
        assertThat(cache.find("key-" + (CallerCache.ENTRIES_MAX + 9), 1)).contains(MIRA);
    }
}
