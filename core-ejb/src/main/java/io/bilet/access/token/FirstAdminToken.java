package io.bilet.access.token;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets whoever operates a new installation in, by a file only they can read. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstAdminToken {

    private static final Logger LOG = System.getLogger(FirstAdminToken.class.getName());

    @Inject
    @ConfigProperty(name = "bilet.access.admin-token-file")
    private Optional<String> file;

    @Inject
    @ConfigProperty(name = "bilet.access.admin-token-reissue", defaultValue = "false")
    private boolean reissue;

    @Inject
    private FirstAdmin firstAdmin;

    @PostConstruct
    void offer() {
        if (file.isEmpty()) {
            LOG.log(
                    Level.INFO,
                    "No first token for an administrator is made: bilet.access.admin-token-file is not set.");
        } else if (firstAdmin.begin(Path.of(file.get()), reissue)) {
            LOG.log(
                    Level.INFO,
                    "A first token for an administrator was written to {0}; it is valid for 24 hours.",
                    file.get());
        }
    }
}
