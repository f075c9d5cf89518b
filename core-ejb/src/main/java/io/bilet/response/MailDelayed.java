package io.bilet.response;

/** The mail was not taken this time; trying again later may succeed. */
class MailDelayed extends Exception {

    private static final long serialVersionUID = 1L;

    MailDelayed(String reply) {
        super(reply);
    }
}
