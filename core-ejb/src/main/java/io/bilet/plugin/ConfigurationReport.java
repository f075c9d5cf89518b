package io.bilet.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is set for a plugin, as administrators see it.
 *
 * @param version 0 as long as nobody set anything
 */
public record ConfigurationReport(
        String pluginId, boolean enabled, List<Item> settings, Optional<Instant> updatedAt, int version) {

    /**
     * One setting.
     *
     * @param kind lower snake case
     * @param value what counts; never that of a secret
     * @param source where the value comes from, lower snake case: configuration, server, fallback or none
     */
    public record Item(
            String name,
            String kind,
            String description,
            boolean required,
            Optional<String> fallback,
            Optional<String> value,
            String source) {}
}
