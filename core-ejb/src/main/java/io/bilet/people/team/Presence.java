package io.bilet.people.team;

/** Whether an agent takes work now. */
public enum Presence {
    /** At work; new tickets may come. */
    ONLINE,
    /** At work but busy; keeps what they hold, gets nothing new. */
    AWAY,
    /** Not at work. */
    OFFLINE
}
