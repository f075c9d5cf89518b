package io.bilet.rest.docs;

import io.bilet.api.v1.DocumentsApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The files the specification's jar carries for readers. */
final class Published {

    private static final String FOLDER = "/META-INF/bilet/";

    private Published() {}

    /** A file by its path below the folder of published files. */
    static Optional<byte[]> bytes(String path) {
        try (InputStream file = DocumentsApi.class.getResourceAsStream(FOLDER + path)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
