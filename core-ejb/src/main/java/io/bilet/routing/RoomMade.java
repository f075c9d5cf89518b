package io.bilet.routing;

import io.bilet.people.UserId;

/**
 * An agent has room for which waiting tickets should be looked through. Fired as a CDI event within the transaction;
 * observers act after its success.
 */
public record RoomMade(UserId agent) {}
