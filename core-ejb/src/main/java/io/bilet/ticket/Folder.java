package io.bilet.ticket;

/** Where a ticket lies for its assignee. */
public enum Folder {
    /** Work to do now. */
    INBOX,
    /** Promised for later. */
    SNOOZED,
    /** Done as far as we know; a reply brings it back. */
    ARCHIVE,
    /** Unwanted; nobody is told about it and no clock runs. */
    SPAM
}
