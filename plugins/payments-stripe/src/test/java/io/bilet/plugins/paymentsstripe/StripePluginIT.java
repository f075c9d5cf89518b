package io.bilet.plugins.paymentsstripe;

import io.bilet.spi.testkit.PluginJarContract;
import java.nio.file.Path;
import java.util.Map;

/** The built jar, as the host will read it. */
class StripePluginIT implements PluginJarContract {

    @Override
    public Path jar() {
        return Path.of(System.getProperty("plugin.jar"));
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("api_key", LocalStripe.KEY, "webhook_secret", LocalStripe.WEBHOOK_SECRET);
    }
}
