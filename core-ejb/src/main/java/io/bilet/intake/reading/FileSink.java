package io.bilet.intake.reading;

import io.bilet.platform.blob.Blob;
import java.io.IOException;
import java.io.InputStream;

/** Where the files of a mail go while it is read. */
@FunctionalInterface
public interface FileSink {

    /** Keeps everything that can be read from {@code content}, and says what it was. */
    Blob keep(InputStream content) throws IOException;
}
