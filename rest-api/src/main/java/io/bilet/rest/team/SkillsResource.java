package io.bilet.rest.team;

import io.bilet.api.v1.SkillsApi;
import io.bilet.api.v1.model.NewSkill;
import io.bilet.api.v1.model.SkillPage;
import io.bilet.people.SkillId;
import io.bilet.people.admin.SkillAdmin;
import io.bilet.people.team.Skill;
import io.bilet.people.team.SkillRepository;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;

/** Skills over HTTP. */
@ApiResource
@Path(SkillsApi.BASE_PATH)
public class SkillsResource implements SkillsApi {

    @Inject
    SkillAdmin admin;

    @Inject
    SkillRepository skills;

    @Inject
    Paging paging;

    @Override
    public Response listSkills(ListSkillsQuery query) {
        Slice<Skill> slice = skills.page(paging.begin(query.cursor), paging.limit(query.limit));
        return Response.ok(new SkillPage()
                        .items(slice.items().stream().map(SkillJson::of).toList())
                        .next(paging.next(slice.next())))
                .build();
    }

    @Override
    public Response createSkill(NewSkill body) {
        Skill skill = admin.create(body.getName());
        return answer(Response.created(URI.create("/api/v1/skills/" + skill.id())), skill);
    }

    @Override
    public Response getSkill(String skillId) {
        return answer(Response.ok(), skills.get(SkillId.parse(skillId)));
    }

    private static Response answer(ResponseBuilder response, Skill skill) {
        return response.tag(Etag.of(skill.version()))
                .entity(SkillJson.of(skill))
                .build();
    }
}
