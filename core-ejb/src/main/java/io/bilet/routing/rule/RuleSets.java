package io.bilet.routing.rule;

import static java.util.stream.Collectors.toMap;

import io.bilet.condition.Condition;
import io.bilet.condition.ConditionReader;
import io.bilet.platform.config.ConfigCache;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.BiletException;
import io.bilet.platform.json.StoredJson;
import io.bilet.routing.rule.RuleSetRepository.Listing;
import io.bilet.routing.rule.RuleSetRepository.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules in memory, so that a ticket costs no statement; read anew when they change on any node. */
@ApplicationScoped
public class RuleSets {

    /** Raised with every change of a routing rule. */
    static final String AREA = "routing";

    private static final System.Logger LOG = System.getLogger(RuleSets.class.getName());

    @Inject
    private ConfigStamp stamp;

    @Inject
    private RuleSetRepository stored;

    @Inject
    private ConditionReader conditions;

    private final ConfigCache<RuleSet> present =
            new ConfigCache<>(area -> stamp.version(area), () -> compile(stored.latest()), AREA);

    /** The rules that are asked now. */
    RuleSet present() {
        return present.get();
    }

    /** The rules that were asked then. */
    RuleSet at(int version) {
        return compile(stored.find(version));
    }

    private RuleSet compile(Optional<Listing> listing) {
        if (listing.isEmpty()) {
            return new RuleSet(0, List.of());
        }
        List<RuleRef> refs = RuleRef.readAll(listing.get().rules());
        Map<RuleRef, Wording> wordings = stored.wordings(refs).stream()
                .collect(toMap(wording -> new RuleRef(wording.id(), wording.version()), wording -> wording));
        return new RuleSet(
                listing.get().version(),
                refs.stream()
                        .map(wordings::get)
                        .filter(Objects::nonNull)
                        .map(this::compile)
                        .toList());
    }

    private CompiledRule compile(Wording wording) {
        return CompiledRule.of(
                wording.id(),
                wording.version(),
                condition(wording),
                RuleEffectsJson.read(StoredJson.readObject(wording.effects()), ""));
    }

    private @Nullable Condition condition(Wording wording) {
        try {
            return conditions.read(StoredJson.readObject(wording.condition()), "");
        } catch (BiletException unreadable) {
            LOG.log(Level.WARNING, () -> wording.id() + " cannot be asked any more: " + unreadable.getMessage());
            return null;
        }
    }
}
