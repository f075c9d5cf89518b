package io.bilet.rest.mail;

import io.bilet.api.v1.InboundMailsApi;
import io.bilet.intake.Envelope;
import io.bilet.intake.InboundLedger;
import io.bilet.intake.InboundMail;
import io.bilet.intake.InboundMailId;
import io.bilet.intake.MailIntake;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.CommaList;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;

/** Raw mail over HTTP, as relays hand it over. */
@ApiResource
@Path(InboundMailsApi.BASE_PATH)
public class InboundMailsResource implements InboundMailsApi {

    @Inject
    MailIntake intake;

    @Inject
    InboundLedger ledger;

    @Override
    public Response createInboundMail(CreateInboundMailQuery query, InputStream body) {
        Envelope envelope =
                new Envelope(Optional.ofNullable(query.envelopeFrom), CommaList.of(query.envelopeTo, text -> text));
        InboundLedger.Receipt receipt = accept(body, envelope);
        InboundMail mail = intake.file(receipt.id());
        return receipt.isNew()
                ? Response.created(URI.create("inbound-mails/" + mail.id()))
                        .entity(InboundMailJson.of(mail))
                        .build()
                : Response.ok(InboundMailJson.duplicate(mail)).build();
    }

    @Override
    public Response getInboundMail(String inboundMailId) {
        return Response.ok(InboundMailJson.of(ledger.get(InboundMailId.parse(inboundMailId))))
                .build();
    }

    private InboundLedger.Receipt accept(InputStream raw, Envelope envelope) {
        try {
            return intake.accept(raw, envelope, MailIntake.HTTP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
