package io.bilet.response;

/** The mail server will never take this mail; trying again is useless. */
class MailRefused extends Exception {

    private static final long serialVersionUID = 1L;

    MailRefused(String reply) {
        super(reply);
    }
}
