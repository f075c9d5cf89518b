package io.bilet.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConfigCacheTest {

    private final Map<String, Long> stamps = new HashMap<>(Map.of("rules", 3L, "hours", 7L));
    private final AtomicInteger loads = new AtomicInteger();
    private final ConfigCache<Integer> cache =
            new ConfigCache<>(area -> stamps.getOrDefault(area, 0L), loads::incrementAndGet, "rules", "hours");

    @Test
    void what_did_not_change_is_loaded_once() {
        assertThat(cache.get()).isEqualTo(1);
        assertThat(cache.get()).isEqualTo(1);
    }

    @Test
    void a_change_of_any_of_its_areas_loads_anew() {
        cache.get();

        stamps.merge("hours", 1L, Long::sum);

        assertThat(cache.get()).isEqualTo(2);
    }

    @Test
    void a_change_of_another_area_is_not_its_business() {
        cache.get();

        stamps.put("views", 1L);

        assertThat(cache.get()).isEqualTo(1);
    }
}
