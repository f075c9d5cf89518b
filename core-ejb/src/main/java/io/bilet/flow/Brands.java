package io.bilet.flow;

import io.bilet.brand.BrandId;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class Brands {
    BrandId defaultBrand() {
        return BrandId.next();
    }
}
