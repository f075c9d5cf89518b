package io.bilet.rest.people;

import io.bilet.api.v1.model.EventActor;
import io.bilet.api.v1.model.EventActorType;
import io.bilet.people.Actor;
import io.bilet.platform.json.Wire;

/** Who did something, as the API shows it. */
public final class ActorJson {

    private ActorJson() {}

    public static EventActor of(Actor actor) {
        return new EventActor()
                .type(EventActorType.fromValue(Wire.of(actor.type())))
                .id(actor.user() == null ? null : actor.user().toString())
                .onBehalfOfId(
                        actor.onBehalfOf() == null ? null : actor.onBehalfOf().toString());
    }
}
