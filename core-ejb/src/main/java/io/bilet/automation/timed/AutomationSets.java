package io.bilet.automation.timed;

import io.bilet.automation.action.ActionReader;
import io.bilet.condition.ConditionReader;
import io.bilet.platform.config.ConfigCache;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.BiletException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** The automations in memory, so that an event costs no statement; read anew when they change on any node. */
@ApplicationScoped
public class AutomationSets {

    /** Raised with every change of an automation. */
    static final String AREA = "automations";

    private static final System.Logger LOG = System.getLogger(AutomationSets.class.getName());

    @Inject
    private ConfigStamp stamp;

    @Inject
    private AutomationRepository stored;

    @Inject
    private ConditionReader conditions;

    @Inject
    private ActionReader actions;

    private final ConfigCache<AutomationSet> present = new ConfigCache<>(area -> stamp.version(area), this::load, AREA);

    /** Those that are asked now. */
    public AutomationSet present() {
        return present.get();
    }

    /** One as it is stored now: those that are asked may be half a second old, and arming is not done twice. */
    public Optional<CompiledAutomation> stored(AutomationId rule) {
        return stored.active().stream()
                .filter(automation -> automation.id().equals(rule))
                .findFirst()
                .flatMap(this::compiled);
    }

    private AutomationSet load() {
        return new AutomationSet(stored.active().stream()
                .map(this::compiled)
                .flatMap(Optional::stream)
                .toList());
    }

    /** One that cannot be read any more is not asked. */
    Optional<CompiledAutomation> compiled(Automation automation) {
        try {
            return Optional.of(new CompiledAutomation(
                    automation.id(),
                    automation.version(),
                    automation.arming(),
                    conditions.read(automation.condition(), ""),
                    automation.delay(),
                    actions.read(automation.actions(), "")));
        } catch (BiletException unreadable) {
            LOG.log(Level.WARNING, () -> automation.id() + " cannot be asked any more: " + unreadable.getMessage());
            return Optional.empty();
        }
    }
}
