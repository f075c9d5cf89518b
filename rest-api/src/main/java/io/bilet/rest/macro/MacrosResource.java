package io.bilet.rest.macro;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.MacrosApi;
import io.bilet.api.v1.model.MacroPage;
import io.bilet.api.v1.model.MacroSort;
import io.bilet.api.v1.model.MacroVersionPage;
import io.bilet.api.v1.model.NewMacro;
import io.bilet.api.v1.model.NewMacroPreview;
import io.bilet.api.v1.model.NewMacroRun;
import io.bilet.automation.macro.CountedMacro;
import io.bilet.automation.macro.MacroAdmin;
import io.bilet.automation.macro.MacroFilter;
import io.bilet.automation.macro.MacroId;
import io.bilet.flow.MacroFlow;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.rest.http.register.Kind;
import io.bilet.rest.http.register.Register;
import io.bilet.ticket.TicketId;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Macros over HTTP. */
@ApiResource
@Path(MacrosApi.BASE_PATH)
public class MacrosResource implements MacrosApi {

    private static final Kind<CountedMacro> MACRO = new Kind<>(
            "macro",
            "macros",
            counted -> counted.macro().id(),
            counted -> counted.macro().version(),
            MacroJson::of);

    @Inject
    CurrentCaller caller;

    @Inject
    MacroAdmin macros;

    @Inject
    MacroFlow flow;

    @Inject
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response createMacro(NewMacro body) {
        return register.created(MACRO, () -> macros.create(caller.get(), MacroJson.toDraft(body)));
    }

    @Override
    public Response getMacro(String macroId) {
        return register.found(MACRO, macro(macroId));
    }

    @Override
    public Response listMacros(ListMacrosQuery query) {
        var filter =
                new MacroFilter(Boolean.TRUE.equals(query.withoutArticle), MacroSort._USE_COUNT.equals(query.sort));
        var page = macros.page(caller.get(), filter, paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                page.map(MacroJson::of),
                (items, next) -> new MacroPage().items(items).next(next));
    }

    @Override
    public Response listMacroVersions(String macroId, ListMacroVersionsQuery query) {
        var page = macros.versions(
                caller.get(), MacroId.parse(macroId), paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                page.map(MacroJson::of),
                (items, next) -> new MacroVersionPage().items(items).next(next));
    }

    @Override
    public Response updateMacro(String macroId, @Nullable String ifMatch, JsonObject body) {
        MacroId id = MacroId.parse(macroId);
        Optional<Integer> expected = Etag.optional(ifMatch);
        return register.updated(
                MACRO, () -> macro(macroId), () -> macros.update(caller.get(), id, expected, MacroJson.toDraft(body)));
    }

    @Override
    public Response deleteMacro(String macroId, @Nullable String ifMatch) {
        MacroId id = MacroId.parse(macroId);
        return register.removed(
                MACRO, () -> macro(macroId), () -> macros.remove(caller.get(), id, Etag.optional(ifMatch)));
    }

    @Override
    public Response createMacroPreview(String macroId, NewMacroPreview body) {
        var preview = flow.preview(
                caller.get(),
                MacroId.parse(macroId),
                TicketId.parse(body.getTicketId()),
                MacroJson.toWords(body.getDraft()));
        return Response.ok(MacroJson.of(preview)).build();
    }

    @Override
    public Response createMacroRun(String ticketId, @Nullable String ifMatch, NewMacroRun body) {
        var applied = flow.apply(
                caller.get(),
                TicketId.parse(ticketId),
                Etag.required(ifMatch),
                MacroId.parse(body.getMacroId()),
                MacroJson.toWords(body.getComment()));
        return Response.status(Response.Status.CREATED)
                .entity(MacroJson.of(applied))
                .tag(Etag.of(applied.ticket().version()))
                .build();
    }

    private CountedMacro macro(String id) {
        return macros.get(caller.get(), MacroId.parse(id));
    }
}
