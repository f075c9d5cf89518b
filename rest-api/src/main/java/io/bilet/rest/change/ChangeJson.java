package io.bilet.rest.change;

import io.bilet.api.v1.model.ChangeSubject;
import io.bilet.api.v1.model.FieldChange;
import io.bilet.feed.Change;
import io.bilet.rest.people.ActorJson;

/** Changes as the API shows them. */
final class ChangeJson {

    private ChangeJson() {}

    static io.bilet.api.v1.model.Change of(Change change) {
        Change.Subject subject = change.subject();
        return new io.bilet.api.v1.model.Change()
                .position(change.position())
                .type(change.type())
                .at(change.act().at())
                .subject(new ChangeSubject()
                        .type(subject.type())
                        .id(subject.id())
                        .sequence(subject.sequence())
                        .url("/api/v1/" + subject.type() + "s/" + subject.id()))
                .actor(ActorJson.of(change.act().actor()))
                .changes(change.fields().stream()
                        .map(field -> new FieldChange()
                                .field(field)
                                .from(change.data().get("from"))
                                .to(change.data().get("to")))
                        .toList())
                .commentId(change.data().getString("comment_id", null));
    }
}
