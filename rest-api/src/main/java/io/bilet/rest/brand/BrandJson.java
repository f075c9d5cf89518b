package io.bilet.rest.brand;

import io.bilet.api.v1.model.NewBrand;
import io.bilet.brand.Brand;
import io.bilet.brand.BrandProfile;
import io.bilet.rest.http.Patch;
import java.util.Optional;

/** Brands as the API shows and takes them. */
final class BrandJson {

    private BrandJson() {}

    static io.bilet.api.v1.model.Brand of(Brand brand) {
        BrandProfile profile = brand.profile();
        return new io.bilet.api.v1.model.Brand()
                .id(brand.id().toString())
                .name(profile.name())
                ._default(profile.isDefault())
                .language(profile.language())
                .signature(profile.signature())
                .showTicketNumber(profile.showTicketNumber())
                .createdAt(brand.createdAt())
                .updatedAt(brand.updatedAt())
                .version(brand.version());
    }

    static BrandProfile toProfile(NewBrand body) {
        return new BrandProfile(
                body.getName(), body.getDefault(), body.getLanguage(), body.getSignature(), body.getShowTicketNumber());
    }

    static BrandProfile patched(BrandProfile present, Patch patch) {
        return new BrandProfile(
                patch.text("name", present.name()),
                patch.truth("default", present.isDefault()),
                patch.cleared("language", Optional.ofNullable(present.language()))
                        .orElse(null),
                patch.cleared("signature", Optional.ofNullable(present.signature()))
                        .orElse(null),
                patch.truth("show_ticket_number", present.showTicketNumber()));
    }
}
