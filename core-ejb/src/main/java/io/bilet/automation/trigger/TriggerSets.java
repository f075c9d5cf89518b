package io.bilet.automation.trigger;

import io.bilet.automation.action.ActionReader;
import io.bilet.condition.ConditionReader;
import io.bilet.platform.config.ConfigCache;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.BiletException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** The triggers in memory, so that an event costs no statement; read anew when they change on any node. */
@ApplicationScoped
public class TriggerSets {

    /** Raised with every change of a trigger. */
    static final String AREA = "triggers";

    private static final System.Logger LOG = System.getLogger(TriggerSets.class.getName());

    @Inject
    private ConfigStamp stamp;

    @Inject
    private TriggerRepository stored;

    @Inject
    private ConditionReader conditions;

    @Inject
    private ActionReader actions;

    private final ConfigCache<TriggerSet> present = new ConfigCache<>(area -> stamp.version(area), this::load, AREA);

    /** Those that are asked now. */
    public TriggerSet present() {
        return present.get();
    }

    private TriggerSet load() {
        return new TriggerSet(stored.active().stream()
                .map(this::compiled)
                .flatMap(Optional::stream)
                .toList());
    }

    /** A trigger that cannot be read any more is not asked; whoever reads it is told. */
    Optional<CompiledTrigger> compiled(Trigger trigger) {
        try {
            return Optional.of(CompiledTrigger.of(
                    trigger.id(),
                    trigger.version(),
                    trigger.listing().name(),
                    conditions.readForEvents(trigger.condition(), ""),
                    actions.read(trigger.actions(), "")));
        } catch (BiletException unreadable) {
            LOG.log(Level.WARNING, () -> trigger.id() + " cannot be asked any more: " + unreadable.getMessage());
            return Optional.empty();
        }
    }
}
