package io.bilet.rest.ticket;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.OffersApi;
import io.bilet.api.v1.model.NewOffer;
import io.bilet.api.v1.model.OfferAnswer;
import io.bilet.api.v1.model.OfferDecision;
import io.bilet.api.v1.model.OfferPage;
import io.bilet.flow.OfferFlow;
import io.bilet.people.GroupId;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.CommaList;
import io.bilet.rest.http.Paging;
import io.bilet.ticket.Offer;
import io.bilet.ticket.OfferId;
import io.bilet.ticket.OfferRepository;
import io.bilet.ticket.OfferState;
import io.bilet.view.ViewId;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What is held out to the caller, and the next one, over HTTP. */
@ApiResource
@Path(OffersApi.BASE_PATH)
public class OffersResource implements OffersApi {

    @Inject
    CurrentCaller caller;

    @Inject
    OfferFlow flow;

    @Inject
    OfferRepository offers;

    @Inject
    Paging paging;

    @Override
    public Response listOffers(ListOffersQuery query) {
        List<OfferState> states = CommaList.constants(OfferState.class, query.state, "state");
        Slice<Offer> page = offers.of(
                caller.get().userId(),
                states.isEmpty() ? List.of(OfferState.OPEN) : states,
                paging.begin(query.cursor),
                paging.limit(query.limit));
        return paging.answer(
                page.map(OfferJson::of),
                (items, next) -> new OfferPage().items(items).next(next));
    }

    @Override
    public Response createOffer(NewOffer body) {
        Optional<Offer> offer = flow.next(
                caller.get(),
                Optional.ofNullable(body.getGroupId()).map(GroupId::parse),
                Optional.ofNullable(body.getViewId()).map(ViewId::parse));
        return offer.map(made -> Response.created(URI.create("offers/" + made.id()))
                        .entity(OfferJson.of(made))
                        .build())
                .orElseGet(() -> Response.noContent().build());
    }

    @Override
    public Response getOffer(String offerId) {
        return Response.ok(OfferJson.of(flow.get(caller.get(), OfferId.parse(offerId))))
                .build();
    }

    @Override
    public Response updateOffer(String offerId, OfferAnswer body) {
        boolean accepts = body.getState() == OfferDecision.ACCEPTED;
        return Response.ok(OfferJson.of(flow.answer(caller.get(), OfferId.parse(offerId), accepts)))
                .build();
    }
}
