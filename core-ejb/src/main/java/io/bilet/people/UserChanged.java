package io.bilet.people;

/**
 * Something changed that decides what a user may do: role, activity, groups or login. Fired as a CDI event within the
 * changing transaction; observers act after its success.
 */
public record UserChanged(UserId userId) {}
