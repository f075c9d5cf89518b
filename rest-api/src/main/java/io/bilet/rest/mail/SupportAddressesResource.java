package io.bilet.rest.mail;

import io.bilet.api.v1.SupportAddressesApi;
import io.bilet.api.v1.model.NewSupportAddress;
import io.bilet.api.v1.model.SupportAddressPage;
import io.bilet.brand.DefaultBrand;
import io.bilet.mail.SupportAddress;
import io.bilet.mail.SupportAddressAdmin;
import io.bilet.mail.SupportAddressId;
import io.bilet.mail.SupportAddressRepository;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.rest.http.Patch;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Support addresses over HTTP. */
@ApiResource
@Path(SupportAddressesApi.BASE_PATH)
public class SupportAddressesResource implements SupportAddressesApi {

    @Inject
    SupportAddressAdmin admin;

    @Inject
    SupportAddressRepository addresses;

    @Inject
    DefaultBrand defaultBrand;

    @Inject
    Paging paging;

    @Override
    public Response listSupportAddresses(ListSupportAddressesQuery query) {
        Slice<SupportAddress> slice = addresses.page(paging.begin(query.cursor), paging.limit(query.limit));
        return Response.ok(new SupportAddressPage()
                        .items(slice.items().stream()
                                .map(SupportAddressJson::of)
                                .toList())
                        .next(paging.next(slice.next())))
                .build();
    }

    @Override
    public Response createSupportAddress(NewSupportAddress body) {
        SupportAddress address = admin.create(SupportAddressJson.toProfile(body, defaultBrand.id()));
        return answer(Response.created(URI.create("support-addresses/" + address.id())), address);
    }

    @Override
    public Response getSupportAddress(String supportAddressId) {
        return answer(Response.ok(), addresses.get(SupportAddressId.parse(supportAddressId)));
    }

    @Override
    public Response updateSupportAddress(String supportAddressId, @Nullable String ifMatch, JsonObject body) {
        SupportAddress address = admin.update(
                SupportAddressId.parse(supportAddressId),
                Etag.optional(ifMatch),
                profile -> SupportAddressJson.patched(profile, new Patch(body)));
        return answer(Response.ok(), address);
    }

    @Override
    public Response deleteSupportAddress(String supportAddressId, @Nullable String ifMatch) {
        admin.delete(SupportAddressId.parse(supportAddressId), Etag.optional(ifMatch));
        return Response.noContent().build();
    }

    private static Response answer(ResponseBuilder response, SupportAddress address) {
        return response.tag(Etag.of(address.version()))
                .entity(SupportAddressJson.of(address))
                .build();
    }
}
