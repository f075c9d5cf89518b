package io.bilet.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.bilet.spi.Plugin;
import io.bilet.spi.Setting;
import io.bilet.spi.customer.CustomerAction;
import io.bilet.spi.customer.CustomerFacts;
import io.bilet.spi.hook.InboundHook;
import io.bilet.spi.jar.PluginClassLoader;
import io.bilet.spi.jar.PluginJar;
import io.bilet.spi.lookup.LookupBot;
import io.bilet.spi.ticket.TicketListener;
import io.bilet.spi.translation.MachineTranslator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The promises of a plugin jar, checked with the host's own code on the built file. Run it after packaging.
 *
 * @since 0.1
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
@ExtendWith(RuleTable.class)
public interface PluginJarContract {

    /** How long starting and stopping may take (PL-4, PL-5). */
    Duration DEADLINE = Duration.ofSeconds(10);

    /** How long a thread may need to end after the plugin was stopped. */
    Duration GRACE = Duration.ofSeconds(1);

    /** The built jar. */
    Path jar();

    /** Settings with which the plugin starts; names without {@code bilet.plugins.<plugin id>.} */
    default Map<String, String> settings() {
        return Map.of();
    }

    @Test
    @DisplayName("PL-1, PL-2, PL-3 manifest, services file and contents are those of a plugin")
    default void pl1_to_pl3_host_accepts_the_jar() {
        assertThatCode(() -> PluginJar.read(jar())).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("PL-4, PL-5 the plugin starts and stops in time and leaves no thread behind")
    default void pl4_pl5_starts_stops_and_leaves_no_thread() throws Exception {
        PluginJar jar = PluginJar.read(jar());
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        try (PluginClassLoader loader = jar.open()) {
            Plugin plugin = jar.instance(loader);
            assertTimeoutPreemptively(DEADLINE, () -> plugin.start(FakePluginContext.of(jar.id(), settings())));
            assertTimeoutPreemptively(DEADLINE, plugin::stop);
            assertThat(threadsLeft(before)).isEmpty();
        }
    }

    @Test
    @DisplayName("PL-6 names of settings and of extensions of one kind differ")
    default void pl6_names_differ() throws Exception {
        PluginJar jar = PluginJar.read(jar());

        try (PluginClassLoader loader = jar.open()) {
            Plugin plugin = jar.instance(loader);
            assertThat(plugin.settings()).extracting(Setting::name).doesNotHaveDuplicates();
            plugin.start(FakePluginContext.of(jar.id(), settings()));
            assertThat(plugin.ticketListeners())
                    .extracting(TicketListener::name)
                    .doesNotHaveDuplicates();
            assertThat(plugin.customerFacts()).extracting(CustomerFacts::name).doesNotHaveDuplicates();
            assertThat(plugin.customerActions())
                    .extracting(CustomerAction::name)
                    .doesNotHaveDuplicates();
            assertThat(plugin.machineTranslators())
                    .extracting(MachineTranslator::name)
                    .doesNotHaveDuplicates();
            assertThat(Stream.concat(
                            plugin.inboundHooks().stream().map(InboundHook::name),
                            plugin.lookupBots().stream().map(LookupBot::name)))
                    .doesNotHaveDuplicates();
            plugin.stop();
        }
    }

    @Test
    @DisplayName("PL-7 a missing setting is refused by name")
    default void pl7_missing_setting_is_refused() throws Exception {
        PluginJar jar = PluginJar.read(jar());

        try (PluginClassLoader loader = jar.open()) {
            for (Setting setting : jar.instance(loader).settings()) {
                if (setting.required()) {
                    Map<String, String> incomplete = new HashMap<>(settings());
                    incomplete.remove(setting.name());
                    Plugin plugin = jar.instance(loader);
                    assertThatThrownBy(() -> plugin.start(FakePluginContext.of(jar.id(), incomplete)))
                            .hasMessageContaining(setting.name());
                    plugin.stop();
                }
            }
        }
    }

    private static Set<Thread> threadsLeft(Set<Thread> before) throws InterruptedException {
        Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
        left.removeAll(before);
        for (Thread thread : left) {
            thread.join(GRACE.toMillis());
        }
        left.removeIf(thread -> !thread.isAlive());
        return left;
    }
}
