package io.bilet.rest.plugin;

import io.bilet.api.v1.PluginsApi;
import io.bilet.plugin.PluginHost;
import io.bilet.rest.http.ApiResource;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Shows the plugins of this node. */
@ApiResource
@Path(PluginsApi.BASE_PATH)
public class PluginsResource implements PluginsApi {

    @Inject
    PluginHost host;

    @Override
    public Response listPlugins() {
        return Response.ok(PluginJson.of(host.reports())).build();
    }
}
