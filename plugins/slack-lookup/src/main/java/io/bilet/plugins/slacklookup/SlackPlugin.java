package io.bilet.plugins.slacklookup;

import io.bilet.plugins.support.JsonApi;
import io.bilet.spi.Plugin;
import io.bilet.spi.PluginContext;
import io.bilet.spi.Setting;
import io.bilet.spi.lookup.LookupBot;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Connects one Slack app with a slash command. */
public final class SlackPlugin implements Plugin {

    private static final String SLACK = "https://slack.com/api";

    private List<LookupBot> bots = List.of();

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required("signing_secret", Setting.Kind.SECRET, "The signing secret of the Slack app."),
                Setting.required(
                        "bot_token", Setting.Kind.SECRET, "Its bot token, xoxb-…, with the scope users:read.email."),
                Setting.withFallback("base_url", Setting.Kind.URL, "Where Slack's API is.", SLACK));
    }

    @Override
    public void start(PluginContext context) {
        String secret = needed(context, "signing_secret");
        JsonApi api = new JsonApi(
                "Slack",
                context.http(),
                URI.create(context.setting("base_url").orElse(SLACK)),
                Map.of("Authorization", "Bearer " + needed(context, "bot_token")));
        bots = List.of(
                new EmailCommand(new SlackSignature(secret, context.clock()), new SlackUsers(api, context.clock())));
    }

    private static String needed(PluginContext context, String name) {
        return context.setting(name)
                .orElseThrow(() -> new IllegalArgumentException("The setting %s is missing.".formatted(name)));
    }

    @Override
    public List<LookupBot> lookupBots() {
        return bots;
    }
}
