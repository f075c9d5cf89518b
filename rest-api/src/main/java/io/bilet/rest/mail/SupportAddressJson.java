package io.bilet.rest.mail;

import io.bilet.api.v1.model.NewSupportAddress;
import io.bilet.brand.BrandId;
import io.bilet.mail.MailChannelId;
import io.bilet.mail.SupportAddress;
import io.bilet.mail.SupportAddressProfile;
import io.bilet.people.EmailAddress;
import io.bilet.people.GroupId;
import io.bilet.rest.http.Patch;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Support addresses as the API shows and takes them. */
final class SupportAddressJson {

    private SupportAddressJson() {}

    static io.bilet.api.v1.model.SupportAddress of(SupportAddress address) {
        SupportAddressProfile profile = address.profile();
        return new io.bilet.api.v1.model.SupportAddress()
                .id(address.id().toString())
                .address(profile.address().text())
                .name(profile.name())
                .brandId(profile.brand().toString())
                .mailChannelId(
                        profile.channel() == null ? null : profile.channel().toString())
                .groupId(profile.group() == null ? null : profile.group().toString())
                ._default(profile.isDefault())
                .signedReplyTo(profile.signedReplyTo())
                .active(profile.active())
                .createdAt(address.createdAt())
                .updatedAt(address.updatedAt())
                .version(address.version());
    }

    static SupportAddressProfile toProfile(NewSupportAddress body, BrandId defaultBrand) {
        BrandId brand = id(body.getBrandId(), BrandId::parse);
        return new SupportAddressProfile(
                EmailAddress.parse(body.getAddress(), "/address"),
                body.getName(),
                brand == null ? defaultBrand : brand,
                id(body.getMailChannelId(), MailChannelId::parse),
                id(body.getGroupId(), GroupId::parse),
                body.getDefault(),
                body.getSignedReplyTo(),
                body.getActive());
    }

    static SupportAddressProfile patched(SupportAddressProfile present, Patch patch) {
        return new SupportAddressProfile(
                present.address(),
                patch.cleared("name", Optional.ofNullable(present.name())).orElse(null),
                patch.cleared("brand_id", Optional.of(present.brand()), BrandId::parse)
                        .orElse(present.brand()),
                patch.cleared("mail_channel_id", Optional.ofNullable(present.channel()), MailChannelId::parse)
                        .orElse(null),
                patch.cleared("group_id", Optional.ofNullable(present.group()), GroupId::parse)
                        .orElse(null),
                patch.truth("default", present.isDefault()),
                patch.truth("signed_reply_to", present.signedReplyTo()),
                patch.truth("active", present.active()));
    }

    private static <T> @Nullable T id(@Nullable String text, Function<String, T> parse) {
        return text == null ? null : parse.apply(text);
    }
}
