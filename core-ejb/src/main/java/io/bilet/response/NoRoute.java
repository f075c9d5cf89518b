package io.bilet.response;

/** No mail channel is there to send through; it may be set up later. */
class NoRoute extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoRoute(String what) {
        super(what);
    }
}
