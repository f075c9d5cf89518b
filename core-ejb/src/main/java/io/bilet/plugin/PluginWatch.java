package io.bilet.plugin;

import io.bilet.platform.work.Recurring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Looks for jars that came, changed or went, and for what was set for them. */
@ApplicationScoped
public class PluginWatch implements Recurring {

    @Inject
    private PluginHost host;

    @Override
    public String name() {
        return "plugin-watch";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        host.follow();
    }
}
