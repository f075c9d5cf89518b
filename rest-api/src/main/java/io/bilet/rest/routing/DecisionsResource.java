package io.bilet.rest.routing;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.DecisionsApi;
import io.bilet.api.v1.model.DecisionPage;
import io.bilet.api.v1.model.WhyNotAnswer;
import io.bilet.api.v1.model.WhyNotQuestion;
import io.bilet.automation.timed.AutomationId;
import io.bilet.automation.trigger.TriggerId;
import io.bilet.decision.Decision;
import io.bilet.flow.Inquiry;
import io.bilet.flow.TicketReader;
import io.bilet.people.UserId;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Paging;
import io.bilet.routing.rule.RoutingDecisions;
import io.bilet.routing.rule.RoutingRuleId;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Why things happened to a ticket, over HTTP. */
@ApiResource
@Path(DecisionsApi.BASE_PATH)
public class DecisionsResource implements DecisionsApi {

    @Inject
    CurrentCaller caller;

    @Inject
    TicketReader reader;

    @Inject
    RoutingDecisions decisions;

    @Inject
    Inquiry inquiry;

    @Inject
    Paging paging;

    @Override
    public Response listDecisions(String ticketId, ListDecisionsQuery query) {
        TicketId ticket =
                reader.wholeTicket(caller.get(), TicketId.parse(ticketId)).id();
        Slice<Decision> page = decisions.of(ticket, paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                page.map(DecisionJson::of),
                (items, next) -> new DecisionPage().items(items).next(next));
    }

    @Override
    public Response createWhyNot(String ticketId, WhyNotQuestion body) {
        Ticket ticket = reader.wholeTicket(caller.get(), TicketId.parse(ticketId));
        JsonObject judged = judged(ticket, body);
        return Response.ok(new WhyNotAnswer()
                        .result(judged.getBoolean("result", false))
                        .evaluation(judged))
                .build();
    }

    /** The body names exactly one. */
    private JsonObject judged(Ticket ticket, WhyNotQuestion body) {
        if (body.getAgentId() != null) {
            return inquiry.about(ticket, UserId.parse(body.getAgentId()));
        }
        if (body.getAutomationId() != null) {
            return inquiry.about(ticket, AutomationId.parse(body.getAutomationId()));
        }
        return body.getTriggerId() != null
                ? inquiry.about(ticket, TriggerId.parse(body.getTriggerId()))
                : inquiry.about(ticket, RoutingRuleId.parse(body.getRoutingRuleId()));
    }
}
