package io.bilet.platform.blob;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.Problem;
import java.io.IOException;

/** The directory of files cannot be read or written now; nothing was kept, and trying again later may succeed. */
public class BlobStoreUnavailable extends BiletException {

    private static final long serialVersionUID = 1L;

    BlobStoreUnavailable(IOException cause) {
        super(Problem.UNAVAILABLE, "Files cannot be stored or read at the moment.");
        initCause(cause);
    }
}
