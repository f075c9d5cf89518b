package io.bilet.rest.team;

import io.bilet.api.v1.model.GroupMember;
import io.bilet.api.v1.model.NewGroup;
import io.bilet.people.team.Group;
import io.bilet.people.team.GroupProfile;
import io.bilet.people.team.MemberRow;
import io.bilet.rest.http.Patch;

/** Groups and their members as the API shows and takes them. */
final class GroupJson {

    private GroupJson() {}

    static io.bilet.api.v1.model.Group of(Group group) {
        GroupProfile profile = group.profile();
        return new io.bilet.api.v1.model.Group()
                .id(group.id().toString())
                .name(profile.name())
                .tier(profile.tier())
                ._default(profile.isDefault())
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
        return new GroupProfile(body.getName(), body.getTier(), body.getDefault());
    }

    static GroupProfile patched(GroupProfile present, Patch patch) {
        return new GroupProfile(
                patch.text("name", present.name()),
                patch.number("tier", present.tier()),
                patch.truth("default", present.isDefault()));
    }
}
