package io.bilet.platform.blob;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.Problem;

/** More bytes were sent than this kind of file may have; none of them was kept. */
public class BlobTooLarge extends BiletException {

    private static final long serialVersionUID = 1L;

    public BlobTooLarge(long bytesMax) {
        super(Problem.BODY_TOO_LARGE, "At most %d bytes are accepted here.".formatted(bytesMax));
    }
}
