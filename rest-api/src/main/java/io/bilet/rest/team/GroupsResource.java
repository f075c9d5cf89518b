package io.bilet.rest.team;

import io.bilet.api.v1.GroupsApi;
import io.bilet.api.v1.model.GroupMemberPage;
import io.bilet.api.v1.model.GroupPage;
import io.bilet.api.v1.model.NewGroup;
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
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;

/** Groups and who belongs to them, over HTTP. */
@ApiResource
@Path(GroupsApi.BASE_PATH)
public class GroupsResource implements GroupsApi {

    @Inject
    GroupAdmin admin;

    @Inject
    GroupRepository groups;

    @Inject
    Paging paging;

    @Override
    public Response listGroups(ListGroupsQuery query) {
        Slice<Group> slice = groups.page(paging.begin(query.cursor), paging.limit(query.limit));
        return Response.ok(new GroupPage()
                        .items(slice.items().stream().map(GroupJson::of).toList())
                        .next(paging.next(slice.next())))
                .build();
    }

    @Override
    public Response createGroup(NewGroup body) {
        Group group = admin.create(GroupJson.toProfile(body));
        return answer(Response.created(URI.create("/api/v1/groups/" + group.id())), group);
    }

    @Override
    public Response getGroup(String groupId) {
        return answer(Response.ok(), groups.get(GroupId.parse(groupId)));
    }

    @Override
    public Response updateGroup(String groupId, String ifMatch, JsonObject body) {
        Group group = admin.update(
                GroupId.parse(groupId), Etag.optional(ifMatch), profile -> GroupJson.patched(profile, new Patch(body)));
        return answer(Response.ok(), group);
    }

    @Override
    public Response deleteGroup(String groupId, String ifMatch) {
        admin.remove(GroupId.parse(groupId), Etag.optional(ifMatch));
        return Response.noContent().build();
    }

    @Override
    public Response listGroupMembers(String groupId, ListGroupMembersQuery query) {
        GroupId group = groups.get(GroupId.parse(groupId)).id();
        Slice<MemberRow> slice = groups.members(group, paging.begin(query.cursor), paging.limit(query.limit));
        return Response.ok(new GroupMemberPage()
                        .items(slice.items().stream().map(GroupJson::of).toList())
                        .next(paging.next(slice.next())))
                .build();
    }

    @Override
    public Response updateGroupMember(String groupId, String agentId) {
        admin.join(GroupId.parse(groupId), UserId.parse(agentId));
        return Response.noContent().build();
    }

    @Override
    public Response deleteGroupMember(String groupId, String agentId) {
        admin.leave(GroupId.parse(groupId), UserId.parse(agentId));
        return Response.noContent().build();
    }

    private static Response answer(ResponseBuilder response, Group group) {
        return response.tag(Etag.of(group.version()))
                .entity(GroupJson.of(group))
                .build();
    }
}
