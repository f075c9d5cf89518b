package io.bilet.intake.robot;

/** What kind of mail it is. */
public enum Classification {
    /** A person wrote it. */
    MESSAGE,
    /** An answering machine, an out-of-office notice or another program sent it. */
    AUTOMATIC_REPLY,
    /** A mail server says that a mail could not be delivered. */
    BOUNCE,
    /** A mail provider says that somebody marked our mail as unwanted (RFC 5965). */
    COMPLAINT,
    /** It came over a mailing list. */
    LIST,
    /** Our own mail came back to us. */
    LOOP
}
