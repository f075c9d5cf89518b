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
import io.bilet.rest.http.Paging;
import io.bilet.rest.http.register.Kind;
import io.bilet.rest.http.register.Register;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Skills over HTTP. */
@ApiResource
@Path(SkillsApi.BASE_PATH)
public class SkillsResource implements SkillsApi {

    private static final Kind<Skill> SKILL = new Kind<>("skill", "skills", Skill::id, Skill::version, SkillJson::of);

    @Inject
    SkillAdmin admin;

    @Inject
    SkillRepository skills;

    @Inject
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response listSkills(ListSkillsQuery query) {
        Slice<Skill> slice = skills.page(paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                slice.map(SkillJson::of),
                (items, next) -> new SkillPage().items(items).next(next));
    }

    @Override
    public Response createSkill(NewSkill body) {
        return register.created(SKILL, () -> admin.create(body.getName()));
    }

    @Override
    public Response getSkill(String skillId) {
        return register.found(SKILL, skills.get(SkillId.parse(skillId)));
    }
}
