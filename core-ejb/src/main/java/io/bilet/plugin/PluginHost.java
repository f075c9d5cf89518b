package io.bilet.plugin;

import io.bilet.spi.jar.PluginJar;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs the plugins of this server. They are known as soon as anybody asks, and started in the background. */
@ApplicationScoped
public class PluginHost {

    private static final Logger LOG = System.getLogger(PluginHost.class.getName());

    @Inject
    @ConfigProperty(name = "bilet.plugins.dir")
    private Optional<String> folder;

    @Inject
    private Config config;

    @Inject
    private Clock clock;

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private ManagedExecutorService background;

    private List<InstalledPlugin> plugins = List.of();
    private List<PluginReport> refused = List.of();

    @PostConstruct
    void open() {
        PluginCatalog catalog =
                folder.map(Path::of).map(PluginCatalog::of).orElse(new PluginCatalog(List.of(), List.of()));
        refused = catalog.refused().stream().map(PluginReport::of).toList();
        refused.forEach(report -> LOG.log(
                Level.WARNING,
                "{0} is left out: {1}",
                report.fileName(),
                report.reason().orElse("")));
        plugins = catalog.accepted().stream().map(this::installed).toList();
    }

    /** The plugins whose jars were accepted; the same ones for as long as the server runs. */
    public List<InstalledPlugin> plugins() {
        return plugins;
    }

    /** How every jar in the folder is doing, the refused ones last. */
    public List<PluginReport> reports() {
        return Stream.concat(plugins.stream().map(PluginReport::of), refused.stream())
                .toList();
    }

    private InstalledPlugin installed(PluginJar jar) {
        InstalledPlugin plugin = new InstalledPlugin(jar, clock, threads);
        background.execute(() -> start(plugin, new HostContext(jar, config, clock)));
        return plugin;
    }

    private static void start(InstalledPlugin plugin, HostContext context) {
        plugin.start(context);
        LOG.log(plugin.status() == PluginStatus.FAILED ? Level.WARNING : Level.INFO, () -> "plugin %s %s is %s"
                .formatted(plugin.id(), plugin.version(), plugin.status()));
    }

    @PreDestroy
    void close() {
        plugins.forEach(InstalledPlugin::stop);
    }
}
