package io.bilet.platform.blob;

import static java.lang.System.Logger.Level.WARNING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.bilet.platform.error.NotFound;
import io.bilet.platform.id.PublicId;
import io.bilet.platform.log.FailureTrace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one way to and from the directory of files, {@code bilet.files.dir}.
 *
 * <p>A file is written beside its place, forced to disk and then renamed, so that a crash leaves either the whole
 * file or none. Equal content is kept once.
 */
@ApplicationScoped
public class BlobStore {

    private static final Logger LOG = System.getLogger(BlobStore.class.getName());
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path root;

    protected BlobStore() {
        this(""); // for the client proxy
    }

    @Inject
    public BlobStore(@ConfigProperty(name = "bilet.files.dir", defaultValue = "bilet-files") String directory) {
        this.root = Path.of(directory).toAbsolutePath();
    }

    /** Something that writes itself out, for sources that cannot be read from. */
    @FunctionalInterface
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Keeps everything that can be read from {@code content}; on disk when this returns.
     *
     * @throws BlobTooLarge if there are more than {@code bytesMax} bytes
     * @throws BlobStoreUnavailable if the directory cannot be written
     * @throws IOException if {@code content} cannot be read
     */
    public Blob put(InputStream content, long bytesMax) throws IOException {
        return put(out -> copy(content, out), bytesMax);
    }

    /** Keeps everything that {@code content} writes; otherwise as {@link #put(InputStream, long)}. */
    public Blob put(Content content, long bytesMax) throws IOException {
        Path incoming = newIncoming();
        try {
            Blob blob = write(content, bytesMax, incoming);
            settle(incoming, blob.sha256());
            return blob;
        } finally {
            discard(incoming);
        }
    }

    private static void copy(InputStream content, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            out.write(buffer, 0, n);
        }
    }

    /**
     * Opens a file for reading, from its first byte.
     *
     * @throws NotFound if nothing with this digest is kept
     * @throws BlobStoreUnavailable if it is there but cannot be read
     */
    public InputStream open(Sha256 sha256) {
        try {
            return Files.newInputStream(place(sha256));
        } catch (NoSuchFileException e) {
            throw new NotFound("file");
        } catch (IOException e) {
            throw new BlobStoreUnavailable(e);
        }
    }

    public boolean holds(Sha256 sha256) {
        return Files.isRegularFile(place(sha256));
    }

    private static Blob write(Content content, long bytesMax, Path incoming) throws IOException {
        try (FileChannel file = create(incoming);
                IncomingFile out = new IncomingFile(file, bytesMax)) {
            content.writeTo(out);
            return out.finish();
        }
    }

    /** Moves a finished file to its place; the directory is forced too, or a crash could undo the rename. */
    private void settle(Path incoming, Sha256 sha256) {
        Path folder = folder(sha256);
        Path place = place(sha256);
        try {
            boolean newFolder = Files.notExists(folder);
            if (Files.notExists(place)) {
                Files.createDirectories(folder);
                Files.move(incoming, place, StandardCopyOption.ATOMIC_MOVE);
            }
            forceDirectory(folder);
            if (newFolder) {
                forceDirectory(root);
            }
        } catch (IOException e) {
            throw new BlobStoreUnavailable(e);
        }
    }

    private static void forceDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path newIncoming() {
        try {
            Path folder = root.resolve("incoming");
            Files.createDirectories(folder);
            return folder.resolve(PublicId.next().toString());
        } catch (IOException e) {
            throw new BlobStoreUnavailable(e);
        }
    }

    private static FileChannel create(Path incoming) {
        try {
            return FileChannel.open(incoming, Set.of(CREATE_NEW, WRITE), OWNER_ONLY);
        } catch (IOException e) {
            throw new BlobStoreUnavailable(e);
        }
    }

    /** What is left over after a failure. */
    private static void discard(Path incoming) {
        try {
            Files.deleteIfExists(incoming);
        } catch (IOException e) {
            LOG.log(WARNING, () -> "An unfinished file could not be deleted: " + FailureTrace.of(e));
        }
    }

    private Path place(Sha256 sha256) {
        return folder(sha256).resolve(sha256.hex());
    }

    private Path folder(Sha256 sha256) {
        return root.resolve(sha256.hex().substring(0, 2));
    }
}
