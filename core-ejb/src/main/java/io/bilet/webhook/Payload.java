package io.bilet.webhook;

import io.bilet.feed.Change;
import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonObject;

/** What an endpoint is told: ids, what changed, and where to read it; never what anybody wrote. */
final class Payload {

    private Payload() {}

    static JsonObject of(Change change) {
        Change.Subject subject = change.subject();
        var data = StoredJson.object()
                .add("position", change.position())
                .add("subject", StoredJson.object().add("type", subject.type()).add("id", subject.id()))
                .add("url", "/api/v1/" + subject.type() + "s/" + subject.id())
                .add("changed", StoredJson.array(change.fields()));
        if (subject.sequence() != null) {
            data.add("sequence", subject.sequence());
        }
        if (change.data().containsKey("comment_id")) {
            data.add("comment_id", change.data().getString("comment_id"));
        }
        return StoredJson.object()
                .add("type", change.type())
                .add("timestamp", change.act().at().toString())
                .add("data", data)
                .build();
    }
}
