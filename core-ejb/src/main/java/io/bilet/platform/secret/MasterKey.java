package io.bilet.platform.secret;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.bilet.platform.id.PublicId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * The key that seals all others: configured, or made once in the directory that the nodes share, for its owner alone.
 */
final class MasterKey {

    private static final int BYTES = 32;

    private final Path file;

    MasterKey(String directory) {
        this.file = Path.of(directory).toAbsolutePath().resolve("keys").resolve("master.key");
    }

    /** The configured key, in Base64, or else the one in the file, which is made when it is missing. */
    byte[] read(Optional<String> configured) {
        byte[] key = configured.map(text -> Base64.getDecoder().decode(text)).orElseGet(this::fromFile);
        if (key.length != BYTES) {
            throw new IllegalStateException("bilet.secrets.key must be 32 bytes in Base64");
        }
        return key;
    }

    private byte[] fromFile() {
        try {
            if (Files.notExists(file)) {
                make();
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The master key cannot be read from " + file, e);
        }
    }

    /**
     * Written beside its place and linked there, so that a node that starts at the same time reads all of it or none.
     */
    private void make() throws IOException {
        Path folder = file.resolveSibling(".");
        Files.createDirectories(folder);
        Path fresh = file.resolveSibling(PublicId.next().toString());
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel = FileChannel.open(fresh, Set.of(CREATE_NEW, WRITE), ownerOnly)) {
            channel.write(ByteBuffer.wrap(key));
            channel.force(true);
        }
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // another node was faster; its key counts
        } finally {
            Files.delete(fresh);
        }
    }
}
