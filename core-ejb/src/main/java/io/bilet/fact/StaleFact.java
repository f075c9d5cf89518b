package io.bilet.fact;

import java.util.UUID;

/**
 * A condition read a fact that is older than it may be; fired while it is asked, once for each ticket that is settled.
 * Whoever can fetch it anew does so later.
 *
 * @param owner the id of the requester or organization
 */
public record StaleFact(FactSubject about, UUID owner, String key) {}
