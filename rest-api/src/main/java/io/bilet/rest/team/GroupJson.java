package io.bilet.rest.team;

import io.bilet.api.v1.model.GroupMember;
import io.bilet.api.v1.model.NewGroup;
import io.bilet.api.v1.model.WayOfSharing;
import io.bilet.people.GroupId;
import io.bilet.people.OrganizationId;
import io.bilet.people.team.Calling;
import io.bilet.people.team.Group;
import io.bilet.people.team.GroupProfile;
import io.bilet.people.team.MemberRow;
import io.bilet.people.team.Sharing;
import io.bilet.platform.json.Wire;
import io.bilet.rest.http.Patch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Groups and their members as the API shows and takes them. */
final class GroupJson {

    private GroupJson() {}

    static io.bilet.api.v1.model.Group of(Group group) {
        GroupProfile profile = group.profile();
        Sharing sharing = profile.sharing();
        return new io.bilet.api.v1.model.Group()
                .id(group.id().toString())
                .name(profile.name())
                .tier(profile.tier())
                ._default(profile.isDefault())
                .overflowGroupId(
                        sharing.overflow() == null ? null : sharing.overflow().toString())
                .overflowAfter(sharing.overflowAfter().toString())
                .vipReserve(sharing.vipReserve())
                .organizationIds(profile.calling().organizations().stream()
                        .map(OrganizationId::toString)
                        .sorted()
                        .toList())
                .vendor(profile.calling().vendor())
                .assignsBy(WayOfSharing.fromValue(Wire.of(sharing.way())))
                .offerTimeout(sharing.offerTimeout().toString())
                .createdAt(group.createdAt())
                .version(group.version());
    }

    static GroupMember of(MemberRow member) {
        return new GroupMember()
                .agentId(member.agentId().toString())
                .name(member.name())
                .since(member.since());
    }

    static GroupProfile toProfile(NewGroup body) {
        String overflow = body.getOverflowGroupId();
        var sharing = new Sharing(
                overflow == null ? null : GroupId.parse(overflow),
                Duration.parse(body.getOverflowAfter()),
                body.getVipReserve(),
                body.getAssignsBy() == WayOfSharing.OFFER ? Sharing.Way.OFFER : Sharing.Way.PUSH,
                Duration.parse(body.getOfferTimeout()));
        List<String> organizations = body.getOrganizationIds() == null ? List.of() : body.getOrganizationIds();
        var calling = new Calling(ids(organizations), body.getVendor());
        return new GroupProfile(body.getName(), body.getTier(), body.getDefault(), sharing, calling);
    }

    static GroupProfile patched(GroupProfile present, Patch patch) {
        return new GroupProfile(
                patch.text("name", present.name()),
                patch.number("tier", present.tier()),
                patch.truth("default", present.isDefault()),
                patched(present.sharing(), patch),
                patched(present.calling(), patch));
    }

    private static Sharing patched(Sharing present, Patch patch) {
        return new Sharing(
                patch.cleared("overflow_group_id", Optional.ofNullable(present.overflow()), GroupId::parse)
                        .orElse(null),
                Duration.parse(
                        patch.text("overflow_after", present.overflowAfter().toString())),
                patch.number("vip_reserve", present.vipReserve()),
                Wire.read(Sharing.Way.class, patch.text("assigns_by", Wire.of(present.way())), "/assigns_by"),
                Duration.parse(
                        patch.text("offer_timeout", present.offerTimeout().toString())));
    }

    private static Calling patched(Calling present, Patch patch) {
        return new Calling(
                ids(patch.texts(
                        "organization_ids",
                        present.organizations().stream()
                                .map(OrganizationId::toString)
                                .toList())),
                patch.cleared("vendor", Optional.ofNullable(present.vendor())).orElse(null));
    }

    private static Set<OrganizationId> ids(List<String> texts) {
        return texts.stream().map(OrganizationId::parse).collect(Collectors.toSet());
    }
}
