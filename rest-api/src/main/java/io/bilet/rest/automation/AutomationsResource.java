package io.bilet.rest.automation;

import io.bilet.api.v1.AutomationsApi;
import io.bilet.api.v1.model.AutomationPage;
import io.bilet.api.v1.model.NewAutomation;
import io.bilet.automation.timed.Automation;
import io.bilet.automation.timed.AutomationAdmin;
import io.bilet.automation.timed.AutomationId;
import io.bilet.decision.RuleRecordQueries;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.rest.http.register.Kind;
import io.bilet.rest.http.register.Register;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Automations over HTTP. */
@ApiResource
@Path(AutomationsApi.BASE_PATH)
public class AutomationsResource implements AutomationsApi {

    private static final Kind<Automation> AUTOMATION =
            new Kind<>("automation", "automations", Automation::id, Automation::version, AutomationJson::of);

    @Inject
    AutomationAdmin automations;

    @Inject
    RuleRecordQueries records;

    @Inject
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response createAutomation(NewAutomation body) {
        return register.created(AUTOMATION, () -> automations.create(AutomationJson.toDraft(body)));
    }

    @Override
    public Response getAutomation(String automationId) {
        Automation automation = automations.get(AutomationId.parse(automationId));
        var shown = AutomationJson.of(automation, records.of(automation.id().toString()));
        return Response.ok(shown).tag(Etag.of(automation.version())).build();
    }

    @Override
    public Response listAutomations(ListAutomationsQuery query) {
        Slice<Automation> page = automations.page(paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                page.map(AutomationJson::of),
                (items, next) -> new AutomationPage().items(items).next(next));
    }

    @Override
    public Response updateAutomation(String automationId, @Nullable String ifMatch, JsonObject body) {
        AutomationId id = AutomationId.parse(automationId);
        Optional<Integer> expected = Etag.optional(ifMatch);
        return register.updated(
                AUTOMATION,
                () -> automations.get(id),
                () -> automations.update(id, expected, AutomationJson.toDraft(body)));
    }

    @Override
    public Response deleteAutomation(String automationId, @Nullable String ifMatch) {
        AutomationId id = AutomationId.parse(automationId);
        return register.removed(
                AUTOMATION, () -> automations.get(id), () -> automations.remove(id, Etag.optional(ifMatch)));
    }
}
