package io.bilet.template;

import io.bilet.platform.error.InvalidInput;

/** A template was stopped while it was rendered: it went on for too long or wrote too much. */
public class TooCostly extends InvalidInput {

    private static final long serialVersionUID = 1L;

    TooCostly(String detail) {
        super("", "template_too_costly", detail);
    }

    static TooCostly tooLong() {
        return new TooCostly("A template writes %d characters at most.".formatted(Run.OUTPUT_LENGTH_MAX));
    }
}
