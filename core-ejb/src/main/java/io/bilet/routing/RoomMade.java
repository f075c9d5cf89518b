package io.bilet.routing;

import io.bilet.people.UserId;

/** An agent holds less than before. Fired as a CDI event within the transaction; observers act after its success. */
public record RoomMade(UserId agent) {}
