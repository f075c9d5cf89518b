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
import io.bilet.rest.http.register.Kind;
import io.bilet.rest.http.register.Register;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Support addresses over HTTP. */
@ApiResource
@Path(SupportAddressesApi.BASE_PATH)
public class SupportAddressesResource implements SupportAddressesApi {

    private static final Kind<SupportAddress> ADDRESS = new Kind<>(
            "support_address",
            "support-addresses",
            SupportAddress::id,
            SupportAddress::version,
            SupportAddressJson::of);

    @Inject
    SupportAddressAdmin admin;

    @Inject
    SupportAddressRepository addresses;

    @Inject
    DefaultBrand defaultBrand;

    @Inject
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response listSupportAddresses(ListSupportAddressesQuery query) {
        Slice<SupportAddress> slice = addresses.page(paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                slice.map(SupportAddressJson::of),
                (items, next) -> new SupportAddressPage().items(items).next(next));
    }

    @Override
    public Response createSupportAddress(NewSupportAddress body) {
        return register.created(ADDRESS, () -> admin.create(SupportAddressJson.toProfile(body, defaultBrand.id())));
    }

    @Override
    public Response getSupportAddress(String supportAddressId) {
        return register.found(ADDRESS, addresses.get(SupportAddressId.parse(supportAddressId)));
    }

    @Override
    public Response updateSupportAddress(String supportAddressId, @Nullable String ifMatch, JsonObject body) {
        SupportAddressId id = SupportAddressId.parse(supportAddressId);
        Optional<Integer> expected = Etag.optional(ifMatch);
        return register.updated(
                ADDRESS,
                () -> addresses.get(id),
                () -> admin.update(id, expected, profile -> SupportAddressJson.patched(profile, new Patch(body))));
    }

    @Override
    public Response deleteSupportAddress(String supportAddressId, @Nullable String ifMatch) {
        SupportAddressId id = SupportAddressId.parse(supportAddressId);
        return register.removed(ADDRESS, () -> addresses.get(id), () -> admin.delete(id, Etag.optional(ifMatch)));
    }
}
