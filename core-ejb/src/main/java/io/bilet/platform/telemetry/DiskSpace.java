package io.bilet.platform.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How full the disk is on which files and raw mail are kept. */
@ApplicationScoped
public class DiskSpace {

    @Inject
    @ConfigProperty(name = "bilet.files.dir", defaultValue = "bilet-files")
    String folder;

    /**
     * What is left now.
     *
     * @param bytes that this process may still write
     * @param share of the whole disk, 0 to 1
     */
    public record Left(long bytes, double share) {}

    /** What is left now; nothing if the folder cannot be seen. */
    public Left left() {
        try {
            FileStore disk = Files.getFileStore(existing(Path.of(folder).toAbsolutePath()));
            long bytes = disk.getUsableSpace();
            return new Left(bytes, bytes / (double) Math.max(1, disk.getTotalSpace()));
        } catch (IOException e) {
            return new Left(0, 0);
        }
    }

    /** Before the first file is written the folder is not there, but its disk is. */
    private static Path existing(Path path) {
        Path parent = path.getParent();
        return Files.exists(path) || parent == null ? path : existing(parent);
    }
}
