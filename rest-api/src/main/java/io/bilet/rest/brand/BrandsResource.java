package io.bilet.rest.brand;

import io.bilet.api.v1.BrandsApi;
import io.bilet.api.v1.model.BrandPage;
import io.bilet.api.v1.model.NewBrand;
import io.bilet.brand.Brand;
import io.bilet.brand.BrandAdmin;
import io.bilet.brand.BrandId;
import io.bilet.brand.BrandRepository;
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

/** Brands over HTTP. */
@ApiResource
@Path(BrandsApi.BASE_PATH)
public class BrandsResource implements BrandsApi {

    private static final Kind<Brand> BRAND = new Kind<>("brand", "brands", Brand::id, Brand::version, BrandJson::of);

    @Inject
    BrandAdmin admin;

    @Inject
    BrandRepository brands;

    @Inject
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response listBrands(ListBrandsQuery query) {
        Slice<Brand> slice = brands.page(paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                slice.map(BrandJson::of),
                (items, next) -> new BrandPage().items(items).next(next));
    }

    @Override
    public Response createBrand(NewBrand body) {
        return register.created(BRAND, () -> admin.create(BrandJson.toProfile(body)));
    }

    @Override
    public Response getBrand(String brandId) {
        return register.found(BRAND, brands.get(BrandId.parse(brandId)));
    }

    @Override
    public Response updateBrand(String brandId, String ifMatch, JsonObject body) {
        BrandId id = BrandId.parse(brandId);
        Optional<Integer> expected = Etag.optional(ifMatch);
        return register.updated(
                BRAND,
                () -> brands.get(id),
                () -> admin.update(id, expected, profile -> BrandJson.patched(profile, new Patch(body))));
    }
}
