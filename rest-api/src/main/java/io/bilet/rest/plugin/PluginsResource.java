package io.bilet.rest.plugin;

import io.bilet.api.v1.PluginsApi;
import io.bilet.platform.json.StoredJson;
import io.bilet.plugin.ConfigurationReport;
import io.bilet.plugin.InstalledPlugin;
import io.bilet.plugin.PluginConfigurationAdmin;
import io.bilet.plugin.PluginHost;
import io.bilet.plugin.PluginReport;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Patch;
import io.bilet.rest.http.register.Kind;
import io.bilet.rest.http.register.Register;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows the plugins of this node and keeps what is set for them; secrets go in and never come out. */
@ApiResource
@Path(PluginsApi.BASE_PATH)
public class PluginsResource implements PluginsApi {

    private final Kind<ConfigurationReport> kind = new Kind<>(
            "plugin_configuration",
            "plugins",
            ConfigurationReport::pluginId,
            ConfigurationReport::version,
            PluginJson::of);

    @Inject
    PluginHost host;

    @Inject
    PluginConfigurationAdmin admin;

    @Inject
    Register register;

    @Override
    public Response listPlugins() {
        return Response.ok(PluginJson.of(host.reports())).build();
    }

    @Override
    public Response getPlugin(String pluginId) {
        return Response.ok(shown(host.get(pluginId))).build();
    }

    @Override
    public Response createPluginReload(String pluginId) {
        InstalledPlugin plugin = host.get(pluginId);
        return register.note("plugin.reloaded", pluginId, StoredJson.array().build(), () -> {
            admin.reload(pluginId);
            return Response.accepted(shown(plugin)).build();
        });
    }

    @Override
    public Response getPluginConfiguration(String pluginId) {
        return register.found(kind, admin.report(host.get(pluginId)));
    }

    @Override
    public Response updatePluginConfiguration(String pluginId, @Nullable String ifMatch, JsonObject body) {
        InstalledPlugin plugin = host.get(pluginId);
        Optional<Integer> expected = Etag.optional(ifMatch);
        return register.updated(
                kind,
                () -> admin.report(plugin),
                () -> admin.update(plugin, expected, PluginJson.change(new Patch(body))));
    }

    private static io.bilet.api.v1.model.Plugin shown(InstalledPlugin plugin) {
        return PluginJson.of(PluginReport.of(plugin));
    }
}
