package io.bilet.rest.mail;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.SuspendedMailsApi;
import io.bilet.api.v1.model.SuspendedMailPage;
import io.bilet.intake.InboundLedger;
import io.bilet.intake.InboundMail;
import io.bilet.intake.InboundMailId;
import io.bilet.intake.InboundMailRepository;
import io.bilet.intake.InboundState;
import io.bilet.intake.MailIntake;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.file.Download;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.CommaList;
import io.bilet.rest.http.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Mail that was set aside, over HTTP. */
@ApiResource
@Path(SuspendedMailsApi.BASE_PATH)
public class SuspendedMailsResource implements SuspendedMailsApi {

    @Inject
    CurrentCaller caller;

    @Inject
    InboundLedger ledger;

    @Inject
    InboundMailRepository mails;

    @Inject
    MailIntake intake;

    @Inject
    Download download;

    @Inject
    Paging paging;

    @Override
    public Response listSuspendedMails(ListSuspendedMailsQuery query) {
        Slice<InboundMail> slice = mails.suspended(
                CommaList.of(query.reason, text -> text), paging.begin(query.cursor), paging.limit(query.limit));
        return Response.ok(new SuspendedMailPage()
                        .items(slice.items().stream()
                                .map(InboundMailJson::suspended)
                                .toList())
                        .next(paging.next(slice.next())))
                .build();
    }

    @Override
    public Response getSuspendedMail(String inboundMailId) {
        return Response.ok(InboundMailJson.suspended(suspended(inboundMailId))).build();
    }

    @Override
    public Response getSuspendedMailRaw(String inboundMailId) {
        InboundMail mail =
                ledger.download(suspended(inboundMailId).id(), caller.get().userId());
        return download.of(mail.sha256(), mail.bytes(), mail.id() + ".eml", "message/rfc822");
    }

    @Override
    public Response createSuspendedMailRetry(String inboundMailId) {
        return Response.ok(InboundMailJson.of(intake.retry(InboundMailId.parse(inboundMailId))))
                .build();
    }

    @Override
    public Response deleteSuspendedMail(String inboundMailId) {
        ledger.discard(InboundMailId.parse(inboundMailId));
        return Response.noContent().build();
    }

    private InboundMail suspended(String id) {
        InboundMail mail = ledger.get(InboundMailId.parse(id));
        if (mail.state() != InboundState.SUSPENDED) {
            throw new NotFound("suspended mail");
        }
        return mail;
    }
}
