package io.bilet.rest.http;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.Problem;

/** A body comes in a form the operation does not take. */
public class UnsupportedMedia extends BiletException {

    private static final long serialVersionUID = 1L;

    public UnsupportedMedia(String expected) {
        super(Problem.UNSUPPORTED_MEDIA_TYPE, "The body must be %s, in UTF-8 and not compressed.".formatted(expected));
    }
}
