package io.bilet.brand;

import io.bilet.platform.config.ConfigCache;
import io.bilet.platform.config.ConfigStamp;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Which brand takes what names no other; kept in memory because every ticket asks. */
@ApplicationScoped
public class DefaultBrand {

    static final String AREA = "brand";

    @Inject
    private BrandRepository brands;

    @Inject
    private ConfigStamp stamp;

    @SuppressWarnings("NullAway.Init") // remember() sets it
    private ConfigCache<BrandId> held;

    @PostConstruct
    void remember() {
        held = new ConfigCache<>(stamp::version, () -> brands.theDefault().id(), AREA);
    }

    public BrandId id() {
        return held.get();
    }
}
