package io.bilet.rest.ticket;

import io.bilet.api.v1.model.OfferState;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.Offer;

/** Offers as the API shows them. */
final class OfferJson {

    private OfferJson() {}

    static io.bilet.api.v1.model.Offer of(Offer offer) {
        return new io.bilet.api.v1.model.Offer()
                .id(offer.id().toString())
                .ticketId(offer.ticketId().toString())
                .agentId(offer.agent().toString())
                .state(OfferState.fromValue(Wire.of(offer.state())))
                .asked(offer.wasAskedFor())
                .createdAt(offer.createdAt())
                .expiresAt(offer.expiresAt())
                .answeredAt(offer.answeredAt().orElse(null));
    }
}
