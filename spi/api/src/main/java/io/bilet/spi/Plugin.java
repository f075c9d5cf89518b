package io.bilet.spi;

import io.bilet.spi.customer.CustomerAction;
import io.bilet.spi.customer.CustomerFacts;
import io.bilet.spi.hook.InboundHook;
import io.bilet.spi.lookup.LookupBot;
import io.bilet.spi.ticket.TicketListener;
import io.bilet.spi.translation.MachineTranslator;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The entry of a plugin jar, found by {@link java.util.ServiceLoader}.
 *
 * <h2>The jar</h2>
 *
 * Its manifest carries {@code Bilet-Plugin-Id} (2 to 32 lower-case letters, digits and hyphens, beginning with a
 * letter), {@code Bilet-Plugin-Version} (1 to 32 characters) and {@code Bilet-Spi-Version} ({@code major.minor}, the
 * version it was compiled against). The host reads them before it loads a class, and refuses a jar whose major
 * version differs from its own or whose minor version is higher. The jar names exactly one implementation in {@code
 * META-INF/services/io.bilet.spi.Plugin}, brings its own libraries and no class of the host.
 *
 * <h2>Life cycle</h2>
 *
 * The host makes one instance through the public constructor without parameters, asks for its {@link #settings}, calls
 * {@link #start}, then once each of the methods that list extensions, then calls the extensions from several threads
 * at once, and at the end {@link #stop}.
 *
 * <h2>Rules</h2>
 *
 * Each is checked by {@code PluginJarContract} under the same number.
 *
 * <ol>
 *   <li>PL-1 The manifest MUST carry the three entries in the shape above.
 *   <li>PL-2 The jar MUST name exactly one plugin in its services file.
 *   <li>PL-3 The jar MUST NOT contain classes of the host or of the JDK.
 *   <li>PL-4 {@code start} MUST return or throw within 10 seconds.
 *   <li>PL-5 {@code stop} MUST return within 10 seconds and MUST end every thread that the plugin began.
 *   <li>PL-6 The names of its settings and of the extensions of one kind MUST differ from one another.
 *   <li>PL-7 {@code start} MUST refuse by an exception that names the setting if a required one is missing.
 *   <li>PL-8 After {@code stop} the plugin MUST NOT be called again; a new start is made on a new instance. (Not
 *       testable.)
 * </ol>
 *
 * @since 0.1
 */
@API(status = Status.STABLE, since = "0.1")
public interface Plugin {

    /**
     * What administrators can set. Called once, before {@link #start}, and also while the plugin is disabled. The host
     * refuses settings that are not listed, and starts a plugin only when all required ones are set.
     *
     * @return 0 to 32 settings with different names; none by default
     * @since 0.2
     */
    default List<Setting> settings() {
        return List.of();
    }

    /**
     * Makes the plugin ready to be called. Called once, by one thread, outside of any transaction.
     *
     * @param context what the host offers; valid until {@link #stop} returned
     * @throws Exception if the plugin cannot work, for instance because a setting is missing; the host then shows the
     *     message to administrators and leaves the plugin out. The message contains no secrets.
     */
    default void start(PluginContext context) throws Exception {}

    /** Ends everything that the plugin began. Called once, by one thread, also after a failed {@link #start}. */
    default void stop() {}

    /**
     * Those who want to hear what happens to tickets.
     *
     * @return 0 to 8 listeners with different {@linkplain TicketListener#name() names}; none by default
     */
    default List<TicketListener> ticketListeners() {
        return List.of();
    }

    /**
     * Those who know something about customers.
     *
     * @return 0 to 8 sources with different {@linkplain CustomerFacts#name() names}; none by default
     * @since 0.2
     */
    default List<CustomerFacts> customerFacts() {
        return List.of();
    }

    /**
     * What agents can do for customers at the far end.
     *
     * @return 0 to 16 actions with different {@linkplain CustomerAction#name() names}; none by default
     * @since 0.2
     */
    default List<CustomerAction> customerActions() {
        return List.of();
    }

    /**
     * Those who translate at once.
     *
     * @return 0 to 8 translators with different {@linkplain MachineTranslator#name() names}; none by default
     * @since 0.2
     */
    default List<MachineTranslator> machineTranslators() {
        return List.of();
    }

    /**
     * Where far ends call in.
     *
     * @return 0 to 8 hooks with different {@linkplain InboundHook#name() names}; none by default
     * @since 0.2
     */
    default List<InboundHook> inboundHooks() {
        return List.of();
    }

    /**
     * Those who answer questions from a chat tool.
     *
     * @return 0 to 8 bots with different {@linkplain LookupBot#name() names}; none by default
     * @since 0.2
     */
    default List<LookupBot> lookupBots() {
        return List.of();
    }
}
