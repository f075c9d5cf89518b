package io.bilet.rest.metrics;

import io.bilet.api.v1.MetricsApi;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.telemetry.Meters;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Hands out the metrics of this node. */
@ApiResource
@Path(MetricsApi.BASE_PATH)
public class MetricsResource implements MetricsApi {

    @Inject
    Meters meters;

    @Override
    public Response getMetrics() {
        return Response.ok(meters.page(), "text/plain; version=0.0.4; charset=utf-8")
                .build();
    }
}
