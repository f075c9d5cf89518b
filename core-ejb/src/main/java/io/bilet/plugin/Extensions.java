package io.bilet.plugin;

import io.bilet.spi.Plugin;
import io.bilet.spi.customer.CustomerAction;
import io.bilet.spi.customer.CustomerFacts;
import io.bilet.spi.hook.InboundHook;
import io.bilet.spi.lookup.LookupBot;
import io.bilet.spi.ticket.TicketListener;
import io.bilet.spi.translation.MachineTranslator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What a running plugin extends, each list checked for number and names. */
public record Extensions(
        List<TicketListener> ticketListeners,
        List<CustomerFacts> customerFacts,
        List<CustomerAction> customerActions,
        List<MachineTranslator> machineTranslators,
        List<InboundHook> inboundHooks,
        List<LookupBot> lookupBots) {

    static final Extensions NONE = new Extensions(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Extensions of one kind; more in one plugin are a mistake. */
    public static final int EACH_MAX = 8;

    private static final int ACTIONS_MAX = 16;
    private static final String NAME = "[a-z0-9-]{2,32}";

    /** Asks the plugin; runs its code. */
    static Extensions of(Plugin plugin) {
        List<InboundHook> hooks = checked(plugin.inboundHooks(), InboundHook::name, NAME, EACH_MAX);
        List<LookupBot> bots = checked(plugin.lookupBots(), LookupBot::name, NAME, EACH_MAX);
        if (bots.stream()
                .map(LookupBot::name)
                .anyMatch(hooks.stream().map(InboundHook::name).toList()::contains)) {
            throw new IllegalArgumentException("A bot and a hook have one name (PL-6).");
        }
        return new Extensions(
                checked(plugin.ticketListeners(), TicketListener::name, NAME, EACH_MAX),
                checked(plugin.customerFacts(), CustomerFacts::name, NAME, EACH_MAX),
                checked(plugin.customerActions(), CustomerAction::name, "[a-z][a-z0-9_]{1,39}", ACTIONS_MAX),
                checked(plugin.machineTranslators(), MachineTranslator::name, NAME, EACH_MAX),
                hooks,
                bots);
    }

    /** The extension points that are used, lower snake case. */
    List<String> points() {
        List<String> points = new ArrayList<>();
        note("ticket_listener", ticketListeners, points);
        note("customer_facts", customerFacts, points);
        note("customer_action", customerActions, points);
        note("machine_translator", machineTranslators, points);
        note("inbound_hook", inboundHooks, points);
        note("lookup_bot", lookupBots, points);
        return List.copyOf(points);
    }

    private static void note(String point, List<?> extensions, List<String> points) {
        if (!extensions.isEmpty()) {
            points.add(point);
        }
    }

    private static <T> List<T> checked(List<T> extensions, Function<T, String> name, String shape, int max) {
        Set<String> names = new HashSet<>();
        for (T extension : extensions) {
            String each = name.apply(extension);
            if (!each.matches(shape) || !names.add(each)) {
                throw new IllegalArgumentException("The name of an extension is malformed or used twice (PL-6).");
            }
        }
        if (names.size() > max) {
            throw new IllegalArgumentException("There are more than %d extensions of one kind.".formatted(max));
        }
        return List.copyOf(extensions);
    }
}
