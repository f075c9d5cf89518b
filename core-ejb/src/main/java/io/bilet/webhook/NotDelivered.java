package io.bilet.webhook;

import java.time.Duration;

/** An endpoint did not take a delivery, and it will be tried again. */
final class NotDelivered extends Exception {

    private static final long serialVersionUID = 1L;

    private final Duration pause;

    NotDelivered(Duration pause, String why) {
        super(why);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
