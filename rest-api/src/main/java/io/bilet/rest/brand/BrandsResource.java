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
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;

/** Brands over HTTP. */
@ApiResource
@Path(BrandsApi.BASE_PATH)
public class BrandsResource implements BrandsApi {

    @Inject
    BrandAdmin admin;

    @Inject
    BrandRepository brands;

    @Inject
    Paging paging;

    @Override
    public Response listBrands(ListBrandsQuery query) {
        Slice<Brand> slice = brands.page(paging.begin(query.cursor), paging.limit(query.limit));
        return Response.ok(new BrandPage()
                        .items(slice.items().stream().map(BrandJson::of).toList())
                        .next(paging.next(slice.next())))
                .build();
    }

    @Override
    public Response createBrand(NewBrand body) {
        Brand brand = admin.create(BrandJson.toProfile(body));
        return answer(Response.created(URI.create("brands/" + brand.id())), brand);
    }

    @Override
    public Response getBrand(String brandId) {
        return answer(Response.ok(), brands.get(BrandId.parse(brandId)));
    }

    @Override
    public Response updateBrand(String brandId, String ifMatch, JsonObject body) {
        Brand brand = admin.update(
                BrandId.parse(brandId), Etag.optional(ifMatch), profile -> BrandJson.patched(profile, new Patch(body)));
        return answer(Response.ok(), brand);
    }

    private static Response answer(ResponseBuilder response, Brand brand) {
        return response.tag(Etag.of(brand.version()))
                .entity(BrandJson.of(brand))
                .build();
    }
}
