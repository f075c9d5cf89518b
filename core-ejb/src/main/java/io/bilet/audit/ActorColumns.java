package io.bilet.audit;

import io.bilet.people.UserId;
import org.jspecify.annotations.Nullable;

/** Who acted, as the columns of both records say it. */
final class ActorColumns {

    private ActorColumns() {}

    static @Nullable String user(@Nullable UserId user) {
        return user == null ? null : user.value().toString();
    }
}
