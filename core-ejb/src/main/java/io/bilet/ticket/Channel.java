package io.bilet.ticket;

/** How a ticket or comment arrived. */
public enum Channel {
    /** By e-mail. */
    EMAIL,
    /** Through a web form. */
    WEB,
    /** By a call of the API. */
    API,
    /** In a chat or messaging network. */
    CHAT,
    /** By telephone; an agent wrote it down. */
    PHONE
}
