package io.bilet.intake.reading;

/** A mail that cannot or must not be read to its end; it is kept and shown to an administrator. */
public class UnreadableMail extends Exception {

    private static final long serialVersionUID = 1L;

    private final Unreadable reason;

    UnreadableMail(Unreadable reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Unreadable reason() {
        return reason;
    }
}
