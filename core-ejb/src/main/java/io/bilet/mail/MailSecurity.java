package io.bilet.mail;

/** How a connection to a mail server is protected. */
public enum MailSecurity {
    /** Not at all; for servers on the same machine or network. */
    NONE,
    /** Upgraded at the start; refused where the server does not offer it. */
    STARTTLS,
    /** From the first byte. */
    TLS
}
