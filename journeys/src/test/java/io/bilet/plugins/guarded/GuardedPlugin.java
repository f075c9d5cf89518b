package io.bilet.plugins.guarded;

import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.Plugin;
import io.bilet.spi.PluginContext;
import io.bilet.spi.Setting;
import io.bilet.spi.http.HttpCall;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Needs a secret, counts its starts, and does not start where its far end lies in a private network. */
public final class GuardedPlugin implements Plugin {

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required("token", Setting.Kind.SECRET, "What the far end knows us by."),
                Setting.optional("far_end", Setting.Kind.URL, "Where it is."));
    }

    @Override
    public void start(PluginContext context) throws FarEndUnavailable {
        long version =
                context.store().get("starts").map(entry -> entry.version()).orElse(0L);
        if (!context.store().put("starts", "started " + (version + 1), version)) {
            throw new IllegalStateException("Somebody else counts my starts.");
        }
        if (context.setting("far_end").isPresent()) {
            URI farEnd = URI.create(context.setting("far_end").get());
            context.http().send(HttpCall.of("GET", farEnd, Duration.ofSeconds(2)));
        }
    }
}
