package io.bilet.sla.policy;

import io.bilet.condition.ConditionReader;
import io.bilet.condition.Listing;
import io.bilet.people.UserId;
import io.bilet.people.UserRepository;
import io.bilet.people.team.GroupRepository;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.schedule.Schedules;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes, changes, orders and removes SLA policies; one change at a time, over all nodes. */
@Stateless
public class SlaPolicyAdmin {

    /** More policies than anybody oversees; bounds the time that a ticket's event takes. */
    static final int POLICIES_MAX = 200;

    @Inject
    private SlaPolicyRepository policies;

    @Inject
    private ConditionReader conditions;

    @Inject
    private Schedules schedules;

    @Inject
    private GroupRepository groups;

    @Inject
    private UserRepository users;

    @Inject
    private ConfigStamp stamp;

    @Inject
    private Clock clock;

    /**
     * A policy as somebody wants it.
     *
     * @param position place in the order; null is the last before the very last
     * @param terms in the form of {@link SlaPolicy#terms()}
     */
    public record Draft(String name, @Nullable Integer position, boolean active, JsonObject terms) {}

    /**
     * Writes a policy.
     *
     * @throws InvalidInput naming what breaks a rule, such as a target of zero or a schedule that is not known
     * @throws Conflict if another policy has the name, or there are too many
     */
    public SlaPolicy create(Draft draft) {
        stamp.raise(SlaPolicies.AREA);
        if (policies.count() >= POLICIES_MAX) {
            throw new Conflict("There are at most %d SLA policies.".formatted(POLICIES_MAX));
        }
        Instant now = clock.instant();
        var policy = new SlaPolicy(SlaPolicyId.next(), draft.name(), read(draft.terms()), now);
        int last = Math.min(policies.lastPosition() + 1, Listing.POSITION_MAX - 1);
        policy.listing().moveTo(draft.position() == null ? last : draft.position(), now);
        policy.listing().turn(draft.active(), now);
        requireFreeName(policy);
        policies.add(policy);
        policies.keepVersion(policy);
        return policy;
    }

    /** Changes a policy; each ticket meets the change at its next event. */
    public SlaPolicy update(SlaPolicyId id, Optional<Integer> expectedVersion, UnaryOperator<Draft> change) {
        stamp.raise(SlaPolicies.AREA);
        Instant now = clock.instant();
        SlaPolicy policy = policies.get(id);
        policy.requireVersion(expectedVersion);
        Draft next = change.apply(new Draft(
                policy.listing().name(),
                policy.listing().position(),
                policy.listing().isActive(),
                policy.terms()));
        policy.listing().rename(next.name(), now);
        if (next.position() != null) {
            policy.listing().moveTo(next.position(), now);
        }
        policy.listing().turn(next.active(), now);
        policy.promise(read(next.terms()), now);
        requireFreeName(policy);
        policies.flush();
        policies.keepVersion(policy);
        return policy;
    }

    /** Removes a policy; its versions stay for the ledgers that refer to them. */
    public void remove(SlaPolicyId id, Optional<Integer> expectedVersion) {
        stamp.raise(SlaPolicies.AREA);
        SlaPolicy policy = policies.get(id);
        policy.requireVersion(expectedVersion);
        policies.remove(policy);
    }

    private PolicyTerms read(JsonObject json) {
        PolicyTerms terms = PolicyTermsJson.read(json, conditions);
        if (terms.schedule() != null && schedules.find(terms.schedule()).isEmpty()) {
            throw InvalidInput.unknownReference("/schedule_id");
        }
        for (int i = 0; i < terms.warnings().size(); i++) {
            requireKnown(terms.warnings().get(i).actions(), "/warnings/" + i + "/actions");
        }
        return terms;
    }

    private void requireKnown(WarningActions actions, String place) {
        if (actions.group() != null && groups.find(actions.group()).isEmpty()) {
            throw InvalidInput.unknownReference(place + "/group_id");
        }
        for (UserId told : actions.tells()) {
            if (users.find(told).filter(user -> user.role().isStaff()).isEmpty()) {
                throw InvalidInput.unknownReference(place + "/notify");
            }
        }
    }

    private void requireFreeName(SlaPolicy policy) {
        if (policies.isNameTaken(policy.listing().name(), policy.id())) {
            throw new Conflict("Another SLA policy has this name.");
        }
    }
}
