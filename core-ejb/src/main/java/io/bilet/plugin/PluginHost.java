package io.bilet.plugin;

import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.net.GuardedHttp;
import io.bilet.platform.work.Crew;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Runs the plugins of this server. They are known as soon as anybody asks, and started in the background. When a jar or
 * what is set for it changes, another one is started beside the running one, and takes its place when it has started.
 */
@ApplicationScoped
public class PluginHost {

    private static final Logger LOG = System.getLogger(PluginHost.class.getName());

    @Inject
    @ConfigProperty(name = "bilet.plugins.dir")
    private Optional<String> configuredFolder;

    @Inject
    private PluginConfigurationAdmin configurations;

    @Inject
    private PluginStoreAdmin stores;

    @Inject
    private GuardedHttp http;

    @Inject
    private ConfigStamp stamp;

    @Inject
    private Clock clock;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Crew crew;

    private final Map<String, Edition> serving = new ConcurrentHashMap<>();
    private final Map<String, Edition> newest = new ConcurrentHashMap<>();
    private PluginFolder folder = new PluginFolder(Optional.empty());
    private volatile List<PluginReport> refused = List.of();
    private long stampSeen = -1;
    private Map<String, String> looksUsed = Map.of();
    private Map<String, String> looksBefore = Map.of();

    @PostConstruct
    void open() {
        folder = new PluginFolder(configuredFolder.map(Path::of));
        looksUsed = folder.looks();
        looksBefore = looksUsed;
        PluginCatalog catalog = folder.catalog();
        refuse(catalog);
        catalog.accepted().forEach(jar -> {
            Edition edition = Edition.of(jar, looksUsed, -1, clock, threads);
            serving.put(jar.id(), edition);
            newest.put(jar.id(), edition);
        });
    }

    /** The plugins whose jars were accepted, in the order of their file names. */
    public List<InstalledPlugin> plugins() {
        return serving.values().stream()
                .map(Edition::plugin)
                .sorted(Comparator.comparing(InstalledPlugin::fileName))
                .toList();
    }

    public Optional<InstalledPlugin> find(String id) {
        return Optional.ofNullable(serving.get(id)).map(Edition::plugin);
    }

    /** The plugin with this id, which has an accepted jar. */
    public InstalledPlugin get(String id) {
        return find(id).orElseThrow(() -> new NotFound("There is no plugin with this id."));
    }

    /** How every jar in the folder is doing, the refused ones last. */
    public List<PluginReport> reports() {
        return Stream.concat(plugins().stream().map(PluginReport::of), refused.stream())
                .toList();
    }

    /** Follows what changed in the folder and in what is set. Called by one thread again and again. */
    void follow() {
        long now = stamp.version(PluginConfigurationAdmin.AREA);
        Map<String, String> looks = folder.looks();
        boolean settled = looks.equals(looksBefore); // or somebody is still copying
        looksBefore = looks;
        if (now == stampSeen && (looks.equals(looksUsed) || !settled)) {
            return;
        }
        PluginCatalog catalog = folder.catalog();
        Map<String, PluginConfiguration> all = configurations.all();
        refuse(catalog);
        catalog.accepted().forEach(jar -> {
            Optional<PluginConfiguration> configuration = Optional.ofNullable(all.get(jar.id()));
            Edition present = newest.get(jar.id());
            String look = looks.getOrDefault(String.valueOf(jar.file().getFileName()), "");
            int version = configuration.map(PluginConfiguration::version).orElse(0);
            if (present == null || !present.isOf(look, version)) {
                Edition next =
                        present != null && present.isFresh() && present.look().equals(look)
                                ? present.configured(version)
                                : Edition.of(jar, looks, version, clock, threads);
                bring(next, configuration);
            }
        });
        Set<String> left = catalog.accepted().stream().map(jar -> jar.id()).collect(Collectors.toSet());
        List.copyOf(newest.keySet()).stream().filter(id -> !left.contains(id)).forEach(this::drop);
        looksUsed = looks;
        stampSeen = now;
    }

    private void bring(Edition next, Optional<PluginConfiguration> configuration) {
        String id = next.plugin().id();
        newest.put(id, next);
        serving.putIfAbsent(id, next);
        crew.begin(() -> {
            start(next.plugin(), configuration);
            if (next.equals(newest.get(id))) {
                Edition before = serving.put(id, next);
                if (before != null && before.plugin() != next.plugin()) {
                    before.end();
                }
            } else {
                next.end(); // yet another one came meanwhile
            }
        });
    }

    private void start(InstalledPlugin plugin, Optional<PluginConfiguration> configuration) {
        plugin.read();
        EffectiveSettings settings = configurations.effective(plugin.id(), plugin.settings(), configuration);
        if (!configuration.map(PluginConfiguration::isEnabled).orElse(true)) {
            plugin.leave(PluginStatus.DISABLED, "An administrator switched it off.");
        } else if (!settings.missing().isEmpty()) {
            plugin.leave(
                    PluginStatus.UNCONFIGURED,
                    "It needs the settings %s.".formatted(String.join(", ", settings.missing())));
        } else {
            plugin.start(new HostContext(
                    plugin.info(), settings, clock, new HostStore(plugin.id(), stores), new HostHttp(http)));
        }
        LOG.log(plugin.status() == PluginStatus.FAILED ? Level.WARNING : Level.INFO, () -> "plugin %s %s is %s"
                .formatted(plugin.id(), plugin.version(), plugin.status()));
    }

    private void drop(String id) {
        newest.remove(id);
        Edition gone = serving.remove(id);
        if (gone != null) {
            crew.begin(gone::end);
        }
    }

    private void refuse(PluginCatalog catalog) {
        List<PluginReport> now =
                catalog.refused().stream().map(PluginReport::of).toList();
        now.stream()
                .filter(report -> !refused.contains(report))
                .forEach(report -> LOG.log(
                        Level.WARNING,
                        "{0} is left out: {1}",
                        report.fileName(),
                        report.reason().orElse("")));
        refused = now;
    }

    @PreDestroy
    void close() {
        serving.values().forEach(Edition::end);
    }
}
