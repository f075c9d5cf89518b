package io.bilet.platform.id;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.Problem;

/** A text that was given as an id has not the shape of one. */
public class MalformedId extends BiletException {

    public MalformedId(String prefix) {
        super(Problem.MALFORMED_ID, "An id of the form %s_ and 32 hexadecimal digits was expected.".formatted(prefix));
    }
}
