package io.bilet.rest.escalation;

import io.bilet.api.v1.TiersApi;
import io.bilet.api.v1.model.TierReport;
import io.bilet.escalation.Tiers;
import io.bilet.rest.http.ApiResource;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The numbers of tiers over HTTP. */
@ApiResource
@Path(TiersApi.BASE_PATH)
public class TiersResource implements TiersApi {

    @Inject
    Tiers tiers;

    @Override
    public Response getTiers(GetTiersQuery query) {
        var report = tiers.report(query.from, query.to);
        return Response.ok(new TierReport()
                        .from(query.from)
                        .to(query.to)
                        .receivedCount(report.received())
                        .tiers(report.tiers().stream()
                                .map(tier -> TierJson.of(
                                        tier, tiers.target(tier.tier()).orElse(null)))
                                .toList())
                        .groups(report.groups().stream().map(TierJson::of).toList())
                        .kinds(report.kinds().stream().map(TierJson::of).toList()))
                .build();
    }
}
