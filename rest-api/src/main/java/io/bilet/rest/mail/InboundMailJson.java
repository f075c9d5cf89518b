package io.bilet.rest.mail;

import io.bilet.api.v1.model.Bounce;
import io.bilet.api.v1.model.BounceRecipient;
import io.bilet.api.v1.model.MailClassification;
import io.bilet.api.v1.model.MailOutcome;
import io.bilet.api.v1.model.SuspendedMail;
import io.bilet.intake.InboundMail;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import jakarta.json.JsonObject;
import java.util.List;

/** Inbound mail as the API shows it. */
final class InboundMailJson {

    private InboundMailJson() {}

    static io.bilet.api.v1.model.InboundMail of(InboundMail mail) {
        return shown(mail).outcome(outcome(mail));
    }

    /** The same mail again: what became of it the first time, under another outcome. */
    static io.bilet.api.v1.model.InboundMail duplicate(InboundMail mail) {
        return shown(mail).outcome(MailOutcome.DUPLICATE);
    }

    private static io.bilet.api.v1.model.InboundMail shown(InboundMail mail) {
        return new io.bilet.api.v1.model.InboundMail()
                .id(mail.id().toString())
                .ticketId(mail.ticket().map(Record::toString).orElse(null))
                .commentId(mail.comment().map(Record::toString).orElse(null))
                .classification(mail.classification()
                        .map(kind -> MailClassification.fromValue(Wire.of(kind)))
                        .orElse(null))
                .reason(mail.reason().orElse(null))
                .bounce(mail.bounceJson().map(InboundMailJson::bounce).orElse(null))
                .receivedAt(mail.receivedAt());
    }

    private static MailOutcome outcome(InboundMail mail) {
        return switch (mail.state()) {
            case RECEIVED -> MailOutcome.PENDING;
            case FILED -> mail.openedTicket() ? MailOutcome.TICKET_OPENED : MailOutcome.COMMENT_ADDED;
            case RECORDED -> MailOutcome.RECORDED;
            case SUSPENDED -> MailOutcome.SUSPENDED;
            case DISCARDED -> MailOutcome.DISCARDED;
        };
    }

    private static Bounce bounce(String stored) {
        List<JsonObject> recipients =
                StoredJson.readObject(stored).getJsonArray("recipients").getValuesAs(JsonObject.class);
        return new Bounce()
                .recipients(recipients.stream().map(InboundMailJson::recipient).toList());
    }

    private static BounceRecipient recipient(JsonObject json) {
        return new BounceRecipient()
                .address(json.getString("address", null))
                .status(json.getString("status", null))
                .replyCode(json.getString("reply_code", null))
                .hard(json.getBoolean("hard", false));
    }

    static SuspendedMail suspended(InboundMail mail) {
        return new SuspendedMail()
                .id(mail.id().toString())
                .reason(mail.reason().orElse("unknown"))
                .detail(mail.detail().orElse(null))
                .from(mail.fromAddress().orElse(null))
                .to(mail.envelope().to())
                .subject(mail.subject().orElse(null))
                .receivedAt(mail.receivedAt())
                .bytes(mail.bytes())
                .attempts(mail.attempts());
    }
}
