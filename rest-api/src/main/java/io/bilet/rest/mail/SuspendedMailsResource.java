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
import io.bilet.rest.http.register.Register;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

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
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response listSuspendedMails(ListSuspendedMailsQuery query) {
        Slice<InboundMail> slice = mails.suspended(
                CommaList.of(query.reason, text -> text), paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                slice.map(InboundMailJson::suspended),
                (items, next) -> new SuspendedMailPage().items(items).next(next));
    }

    @Override
    public Response getSuspendedMail(String inboundMailId) {
        return Response.ok(InboundMailJson.suspended(suspended(inboundMailId))).build();
    }

    @Override
    public Response getSuspendedMailRaw(String inboundMailId) {
        InboundMailId id = suspended(inboundMailId).id();
        InboundMail mail = note("suspended_mail.downloaded", id, () -> ledger.get(id));
        return download.of(mail.sha256(), mail.bytes(), mail.id() + ".eml", "message/rfc822");
    }

    @Override
    public Response createSuspendedMailRetry(String inboundMailId) {
        InboundMailId id = InboundMailId.parse(inboundMailId);
        return Response.ok(InboundMailJson.of(note("suspended_mail.retried", id, () -> intake.retry(id))))
                .build();
    }

    @Override
    public Response deleteSuspendedMail(String inboundMailId) {
        InboundMailId id = InboundMailId.parse(inboundMailId);
        note("suspended_mail.removed", id, () -> ledger.discard(id));
        return Response.noContent().build();
    }

    private InboundMail note(String type, InboundMailId id, Supplier<InboundMail> work) {
        return register.note(type, id, JsonValue.EMPTY_JSON_ARRAY, work);
    }

    private InboundMail suspended(String id) {
        InboundMail mail = ledger.get(InboundMailId.parse(id));
        if (mail.state() != InboundState.SUSPENDED) {
            throw new NotFound("suspended mail");
        }
        return mail;
    }
}
