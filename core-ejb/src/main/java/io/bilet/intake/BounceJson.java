package io.bilet.intake;

import io.bilet.intake.robot.Bounce;
import io.bilet.intake.robot.FailedRecipient;
import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A delivery failure as it is stored and shown. */
final class BounceJson {

    private BounceJson() {}

    static JsonObject of(Bounce bounce) {
        JsonArrayBuilder recipients = StoredJson.array();
        bounce.recipients().forEach(recipient -> recipients.add(recipient(recipient)));
        return StoredJson.object().add("recipients", recipients).build();
    }

    private static JsonObjectBuilder recipient(FailedRecipient failed) {
        JsonObjectBuilder recipient = StoredJson.object().add("address", failed.address());
        if (failed.status() != null) {
            recipient.add("status", failed.status());
        }
        if (failed.replyCode() != null) {
            recipient.add("reply_code", failed.replyCode());
        }
        return recipient.add("hard", failed.hard());
    }
}
