package io.bilet.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.time.BusinessClock;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrandAdminIT {

    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00.123456Z");

    private final Beans beans = new Beans().with(BusinessClock.standingAt(MONDAY));
    private final BrandAdmin admin = beans.get(BrandAdmin.class);
    private final BrandRepository brands = beans.get(BrandRepository.class);
    private final BrandId first =
            TestDatabase.inTransaction(() -> brands.theDefault().id());

    /** Other tests open tickets under the brand that was there before. */
    @AfterEach
    void give_the_default_back() {
        admin.update(first, Optional.empty(), before -> named(before.name(), true));
    }

    @Test
    void a_brand_comes_back_as_it_was_stored() {
        BrandProfile profile = new BrandProfile("Acme", false, "TR", "Your team", true);

        BrandId id = admin.create(profile).id();

        Brand stored = TestDatabase.inTransaction(() -> brands.get(id));
        assertThat(stored.profile()).isEqualTo(profile);
        assertThat(stored.profile().language()).isEqualTo("tr");
        assertThat(stored.createdAt()).isEqualTo(MONDAY);
    }

    @Test
    void one_brand_is_the_default() {
        BrandId second = admin.create(named("Acme", true)).id();

        assertThat(TestDatabase.inTransaction(() -> brands.theDefault().id())).isEqualTo(second);
        assertThat(TestDatabase.inTransaction(() -> brands.get(first).profile().isDefault()))
                .isFalse();
    }

    @Test
    void the_default_brand_stays_it_until_another_one_is() {
        assertThatThrownBy(() -> admin.update(first, Optional.empty(), before -> named(before.name(), false)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void an_outdated_change_is_refused() {
        BrandId id = admin.create(named("Acme", false)).id();
        admin.update(id, Optional.of(0), before -> named("Acme Ltd", false));

        assertThatThrownBy(() -> admin.update(id, Optional.of(0), before -> before))
                .isInstanceOf(StaleVersion.class);
    }

    private static BrandProfile named(String name, boolean isDefault) {
        return new BrandProfile(name, isDefault, null, null, false);
    }
}
