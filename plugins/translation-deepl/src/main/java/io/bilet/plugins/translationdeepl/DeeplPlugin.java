package io.bilet.plugins.translationdeepl;

import io.bilet.plugins.support.JsonApi;
import io.bilet.spi.Plugin;
import io.bilet.spi.PluginContext;
import io.bilet.spi.Setting;
import io.bilet.spi.translation.MachineTranslator;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Connects one DeepL account by its key. */
public final class DeeplPlugin implements Plugin {

    /** Keys of free accounts end like this, and have a host of their own. */
    private static final String FREE = ":fx";

    private List<MachineTranslator> translators = List.of();

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required("auth_key", Setting.Kind.SECRET, "The API key of the account."),
                Setting.optional(
                        "base_url", Setting.Kind.URL, "Where DeepL's API is; found out by the key if absent."));
    }

    @Override
    public void start(PluginContext context) {
        String key = context.setting("auth_key")
                .orElseThrow(() -> new IllegalArgumentException("The setting auth_key is missing."));
        String base = context.setting("base_url")
                .orElse(key.endsWith(FREE) ? "https://api-free.deepl.com" : "https://api.deepl.com");
        JsonApi api = new JsonApi(
                "DeepL", context.http(), URI.create(base), Map.of("Authorization", "DeepL-Auth-Key " + key));
        translators = List.of(new DeeplTranslator(api, new Glossaries(api, context.store())));
    }

    @Override
    public List<MachineTranslator> machineTranslators() {
        return translators;
    }
}
