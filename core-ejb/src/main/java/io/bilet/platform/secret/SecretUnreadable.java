package io.bilet.platform.secret;

/** A stored secret does not open with this installation's master key; it has to be given again. */
public class SecretUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SecretUnreadable() {
        super("A stored secret has an unknown form.");
    }

    SecretUnreadable(Exception cause) {
        super("A stored secret does not open with this installation's key.", cause);
    }
}
