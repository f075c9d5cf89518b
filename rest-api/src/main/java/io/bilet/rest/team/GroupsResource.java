package io.bilet.rest.team;

import io.bilet.api.v1.GroupsApi;
import io.bilet.api.v1.model.GroupMemberPage;
import io.bilet.api.v1.model.GroupPage;
import io.bilet.api.v1.model.NewGroup;
import io.bilet.api.v1.model.WaitingWork;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.people.admin.GroupAdmin;
import io.bilet.people.team.Group;
import io.bilet.people.team.GroupRepository;
import io.bilet.people.team.MemberRow;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.rest.http.Patch;
import io.bilet.rest.http.register.Changes;
import io.bilet.rest.http.register.Kind;
import io.bilet.rest.http.register.Register;
import io.bilet.routing.Room;
import io.bilet.routing.WaitingQueries;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Groups and who belongs to them, over HTTP. */
@ApiResource
@Path(GroupsApi.BASE_PATH)
public class GroupsResource implements GroupsApi {

    private static final Kind<Group> GROUP = new Kind<>("group", "groups", Group::id, Group::version, GroupJson::of);

    @Inject
    GroupAdmin admin;

    @Inject
    GroupRepository groups;

    @Inject
    WaitingQueries waiting;

    @Inject
    Room room;

    @Inject
    Clock clock;

    @Inject
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response listGroups(ListGroupsQuery query) {
        Slice<Group> slice = groups.page(paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                slice.map(GroupJson::of),
                (items, next) -> new GroupPage().items(items).next(next));
    }

    @Override
    public Response createGroup(NewGroup body) {
        return register.created(GROUP, () -> admin.create(GroupJson.toProfile(body)));
    }

    @Override
    public Response getGroup(String groupId) {
        return register.found(GROUP, groups.get(GroupId.parse(groupId)));
    }

    @Override
    public Response updateGroup(String groupId, String ifMatch, JsonObject body) {
        GroupId id = GroupId.parse(groupId);
        Optional<Integer> expected = Etag.optional(ifMatch);
        return register.updated(
                GROUP,
                () -> groups.get(id),
                () -> admin.update(id, expected, profile -> GroupJson.patched(profile, new Patch(body))));
    }

    @Override
    public Response deleteGroup(String groupId, String ifMatch) {
        GroupId id = GroupId.parse(groupId);
        return register.removed(GROUP, () -> groups.get(id), () -> admin.remove(id, Etag.optional(ifMatch)));
    }

    @Override
    public Response getGroupWaitingWork(String groupId) {
        GroupId group = groups.get(GroupId.parse(groupId)).id();
        var work = waiting.in(group);
        Duration wait = work.expectedWait(room.isIn(Optional.of(group)), clock.instant())
                .map(exact -> exact.truncatedTo(ChronoUnit.SECONDS))
                .orElse(null);
        return Response.ok(new WaitingWork().count(work.count()).expectedWait(wait == null ? null : wait.toString()))
                .build();
    }

    @Override
    public Response listGroupMembers(String groupId, ListGroupMembersQuery query) {
        GroupId group = groups.get(GroupId.parse(groupId)).id();
        Slice<MemberRow> slice = groups.members(group, paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                slice.map(GroupJson::of),
                (items, next) -> new GroupMemberPage().items(items).next(next));
    }

    @Override
    public Response updateGroupMember(String groupId, String agentId) {
        GroupId group = GroupId.parse(groupId);
        UserId agent = UserId.parse(agentId);
        return member("added", group, Changes.of("member_id", null, agent.toString()), () -> admin.join(group, agent));
    }

    @Override
    public Response deleteGroupMember(String groupId, String agentId) {
        GroupId group = GroupId.parse(groupId);
        UserId agent = UserId.parse(agentId);
        return member(
                "removed", group, Changes.of("member_id", agent.toString(), null), () -> admin.leave(group, agent));
    }

    private Response member(String what, GroupId group, JsonArray fields, Runnable work) {
        return register.note("group.member_" + what, group, fields, () -> {
            work.run();
            return Response.noContent().build();
        });
    }
}
