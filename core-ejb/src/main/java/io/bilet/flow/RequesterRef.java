package io.bilet.flow;

import io.bilet.people.EmailAddress;
import io.bilet.people.UserId;
import org.jspecify.annotations.Nullable;

/** Whom a ticket is for, as the one who opens it knows them. */
public sealed interface RequesterRef {

    /** Somebody Bilet has met. */
    record Known(UserId id) implements RequesterRef {}

    /**
     * Whoever has this address; a newcomer becomes a requester.
     *
     * @param name how a newcomer is called
     * @param language BCP 47 tag a newcomer prefers, if known
     */
    record ByAddress(
            EmailAddress address, String name, @Nullable String language) implements RequesterRef {}
}
