package io.bilet.rest.automation;

import io.bilet.api.v1.TriggersApi;
import io.bilet.api.v1.model.NewTrigger;
import io.bilet.api.v1.model.TriggerPage;
import io.bilet.automation.trigger.Trigger;
import io.bilet.automation.trigger.TriggerAdmin;
import io.bilet.automation.trigger.TriggerId;
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

/** Triggers over HTTP. */
@ApiResource
@Path(TriggersApi.BASE_PATH)
public class TriggersResource implements TriggersApi {

    private static final Kind<Trigger> TRIGGER =
            new Kind<>("trigger", "triggers", Trigger::id, Trigger::version, TriggerJson::of);

    @Inject
    TriggerAdmin triggers;

    @Inject
    RuleRecordQueries records;

    @Inject
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response createTrigger(NewTrigger body) {
        return register.created(TRIGGER, () -> triggers.create(TriggerJson.toDraft(body)));
    }

    @Override
    public Response getTrigger(String triggerId) {
        Trigger trigger = triggers.get(TriggerId.parse(triggerId));
        var shown = TriggerJson.of(trigger, records.of(trigger.id().toString()));
        return Response.ok(shown).tag(Etag.of(trigger.version())).build();
    }

    @Override
    public Response listTriggers(ListTriggersQuery query) {
        Slice<Trigger> page = triggers.page(paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                page.map(TriggerJson::of),
                (items, next) -> new TriggerPage().items(items).next(next));
    }

    @Override
    public Response updateTrigger(String triggerId, @Nullable String ifMatch, JsonObject body) {
        TriggerId id = TriggerId.parse(triggerId);
        Optional<Integer> expected = Etag.optional(ifMatch);
        return register.updated(
                TRIGGER, () -> triggers.get(id), () -> triggers.update(id, expected, RuleJson.toDraft(body)));
    }

    @Override
    public Response deleteTrigger(String triggerId, @Nullable String ifMatch) {
        TriggerId id = TriggerId.parse(triggerId);
        return register.removed(TRIGGER, () -> triggers.get(id), () -> triggers.remove(id, Etag.optional(ifMatch)));
    }
}
