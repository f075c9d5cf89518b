package io.bilet.sla.policy;

import io.bilet.condition.ConditionReader;
import io.bilet.condition.Facts;
import io.bilet.platform.config.ConfigCache;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.InvalidInput;
import io.bilet.schedule.ScheduleId;
import io.bilet.schedule.Schedules;
import io.bilet.schedule.WorkingHours;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The active policies in memory, so that asking which applies costs no statement; read anew when they change. */
@ApplicationScoped
public class SlaPolicies {

    /** Raised with every change of a policy. */
    static final String AREA = "sla";

    private static final System.Logger LOG = System.getLogger(SlaPolicies.class.getName());

    @Inject
    private ConfigStamp stamp;

    @Inject
    private SlaPolicyRepository stored;

    @Inject
    private ConditionReader conditions;

    @Inject
    private Schedules schedules;

    /** Versions never change, and only those are here that somebody asked for. */
    private final Map<Version, List<WarningStep>> warnings = new ConcurrentHashMap<>();

    @SuppressWarnings("NullAway.Init") // prepare() sets it
    private ConfigCache<List<SlaTerms>> active;

    @PostConstruct
    void prepare() {
        active = new ConfigCache<>(stamp::version, this::compile, AREA, Schedules.AREA);
    }

    /** The first policy that applies to a ticket; {@link SlaTerms#NONE} if none does. */
    public SlaTerms applyingTo(Facts ticket) {
        for (SlaTerms terms : active.get()) {
            if (terms.applyTo(ticket)) {
                return terms;
            }
        }
        return SlaTerms.NONE;
    }

    /**
     * Policies that nobody has switched on, each in the form of its terms.
     *
     * @throws InvalidInput naming what breaks a rule, such as a target of zero or a schedule that is not known
     */
    public List<SlaTerms> drafted(List<JsonObject> written, String pointer) {
        List<SlaTerms> drafted = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            PolicyTerms terms = PolicyTermsJson.read(written.get(i), conditions);
            ScheduleId schedule = terms.schedule();
            if (schedule != null && schedules.find(schedule).isEmpty()) {
                throw InvalidInput.unknownReference(pointer + "/" + i + "/schedule_id");
            }
            drafted.add(new SlaTerms(SlaPolicyId.next(), 0, hours(schedule), terms));
        }
        return drafted;
    }

    private List<SlaTerms> compile() {
        return stored.active().stream()
                .map(this::compile)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<SlaTerms> compile(SlaPolicy policy) {
        try {
            PolicyTerms terms = PolicyTermsJson.read(policy.terms(), conditions);
            return Optional.of(new SlaTerms(policy.id(), policy.version(), hours(terms.schedule()), terms));
        } catch (BiletException unreadable) {
            LOG.log(Level.WARNING, () -> policy.id() + " cannot be asked any more: " + unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** The open hours of a schedule, at each instant by the version of that time; all hours where there is none. */
    public WorkingHours hours(@Nullable ScheduleId schedule) {
        return Optional.ofNullable(schedule).flatMap(schedules::history).orElseGet(WorkingHours::always);
    }

    /** What a promise was made by, whichever version of whichever policy that was, also of one that is gone. */
    public Promise asMade(Promise promise) {
        SlaPolicyId policy = promise.policy();
        return policy == null ? promise : promise.warning(warningsOf(policy, promise.version()));
    }

    private List<WarningStep> warningsOf(SlaPolicyId policy, int version) {
        return warnings.computeIfAbsent(new Version(policy, version), made -> {
            try {
                return PolicyTermsJson.read(stored.version(policy, version), conditions)
                        .warnings();
            } catch (BiletException unreadable) {
                LOG.log(Level.WARNING, () -> policy + " no longer warns: " + unreadable.getMessage());
                return List.of();
            }
        });
    }

    private record Version(SlaPolicyId policy, int number) {}
}
