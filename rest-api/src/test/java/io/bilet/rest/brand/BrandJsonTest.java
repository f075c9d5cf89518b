package io.bilet.rest.brand;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.api.v1.model.NewBrand;
import io.bilet.brand.BrandProfile;
import io.bilet.rest.http.Patch;
import jakarta.json.Json;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class BrandJsonTest {

    private static final BrandProfile PRESENT = new BrandProfile("Example Support", true, "en", "Your team", false);

    @Test
    void null_in_a_new_brand_means_the_default() {
        NewBrand body = new NewBrand().name("Example Support");
        body.setDefault(null);
        body.setShowTicketNumber(null);

        assertThat(BrandJson.toProfile(body)).isEqualTo(new BrandProfile("Example Support", false, null, null, false));
    }

    @Test
    void a_patch_changes_what_it_names_and_clears_what_it_names_null() {
        assertThat(patched("{\"signature\": null, \"show_ticket_number\": true}"))
                .isEqualTo(new BrandProfile("Example Support", true, "en", null, true));
    }

    @Test
    void an_empty_patch_changes_nothing() {
        assertThat(patched("{}")).isEqualTo(PRESENT);
    }

    private static BrandProfile patched(String patch) {
        return BrandJson.patched(
                PRESENT, new Patch(Json.createReader(new StringReader(patch)).readObject()));
    }
}
