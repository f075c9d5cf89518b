package io.bilet.rest.http;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.Problem;

/** A body is longer than is read. */
public class BodyTooLarge extends BiletException {

    private static final long serialVersionUID = 1L;

    public BodyTooLarge(long bytesMax) {
        super(Problem.BODY_TOO_LARGE, "The body is larger than %d bytes.".formatted(bytesMax));
    }
}
