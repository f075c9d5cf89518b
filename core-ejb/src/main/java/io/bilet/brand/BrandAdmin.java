package io.bilet.brand;

import io.bilet.platform.config.ConfigStamp;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Adds and changes brands. */
@Stateless
public class BrandAdmin {

    @Inject
    private BrandRepository brands;

    @Inject
    private ConfigStamp stamp;

    @Inject
    private Clock clock;

    public Brand create(BrandProfile profile) {
        if (profile.isDefault()) {
            brands.clearDefault();
        }
        Brand brand = new Brand(BrandId.next(), profile, clock.instant());
        brands.add(brand);
        return stored(brand);
    }

    /** Changes what is said about a brand. */
    public Brand update(BrandId id, Optional<Integer> expectedVersion, UnaryOperator<BrandProfile> change) {
        Brand brand = brands.get(id);
        brand.requireVersion(expectedVersion);
        BrandProfile next = change.apply(brand.profile());
        if (next.isDefault() && !brand.profile().isDefault()) {
            brands.clearDefault();
        }
        brand.describe(next, clock.instant());
        return stored(brand);
    }

    private Brand stored(Brand brand) {
        brands.flush();
        stamp.raise(DefaultBrand.AREA);
        return brand;
    }
}
