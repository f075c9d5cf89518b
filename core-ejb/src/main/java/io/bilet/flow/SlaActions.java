package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.decision.Decision;
import io.bilet.decision.DecisionKind;
import io.bilet.decision.Effect;
import io.bilet.decision.Outcome;
import io.bilet.decision.Subject;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import io.bilet.platform.text.Tags;
import io.bilet.routing.Staffing;
import io.bilet.sla.Sounded;
import io.bilet.sla.policy.WarningActions;
import io.bilet.ticket.SlaNotice.SlaNotified;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.UnassignedReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Does what the warnings of a policy say: tell somebody, tag, raise the priority, give the ticket to a group, take it
 * off its owner. A warning sounds once for each target of a clock, and so does this happen once; what holds already is
 * not done again.
 */
@ApplicationScoped
class SlaActions {

    @Inject
    private Staffing staffing;

    @Inject
    private Ownerships ownerships;

    /** Lets warnings act on a locked ticket, in the order in which they sounded; says why it changed. */
    List<Decision> take(Ticket ticket, List<Sounded> warnings, Act act) {
        List<Decision> made = new ArrayList<>();
        for (Sounded warning : warnings) {
            if (!warning.step().actions().equals(WarningActions.NONE)) {
                made.add(take(ticket, warning, act));
            }
        }
        return made;
    }

    private Decision take(Ticket ticket, Sounded warning, Act act) {
        WarningActions actions = warning.step().actions();
        boolean groupIsGone = actions.group() != null
                && staffing.present().team(actions.group()).isEmpty();
        List<Effect> effects = new ArrayList<>();
        tell(ticket, warning, effects);
        tag(ticket, actions.tags(), act, effects);
        raise(ticket, actions.priority(), act, effects);
        if (actions.group() != null && !groupIsGone) {
            give(ticket, actions.group(), act, effects);
        }
        if (actions.reassigns()) {
            takeOff(ticket, act, effects);
        }
        Outcome outcome = groupIsGone ? Outcome.FAILED : effects.isEmpty() ? Outcome.SUPPRESSED : Outcome.APPLIED;
        return Decision.of(ticket.id().value(), DecisionKind.SLA, act.at(), outcome, subject(warning))
                .with(effects)
                .with(StoredJson.object()
                        .add("clock_id", warning.clock().id().toString())
                        .add("metric", Wire.of(warning.clock().metric()))
                        .add("warning", warning.step().label())
                        .add("result", true)
                        .build());
    }

    private static Subject subject(Sounded warning) {
        return warning.promise().policy() == null
                ? Subject.builtIn("sla_policies")
                : new Subject(
                        "sla_policy",
                        warning.promise().policy().toString(),
                        warning.promise().version());
    }

    private static void tell(Ticket ticket, Sounded warning, List<Effect> effects) {
        WarningActions actions = warning.step().actions();
        List<UserId> told = new ArrayList<>(actions.tells());
        Optional<UserId> owner = ticket.ownership().assignee();
        if (actions.tellsOwner() && owner.filter(one -> !told.contains(one)).isPresent()) {
            told.add(owner.get());
        }
        if (!told.isEmpty()) {
            ticket.happenings()
                    .note(new SlaNotified(
                            warning.clock().id().toString(),
                            Wire.of(warning.clock().metric()),
                            warning.step().label(),
                            told));
            List<String> ids = told.stream().map(UserId::toString).toList();
            effects.add(new Effect("notified", StoredJson.array(List.of()), StoredJson.array(ids)));
        }
    }

    private static void tag(Ticket ticket, SortedSet<String> wanted, Act act, List<Effect> effects) {
        SortedSet<String> before = ticket.description().tags();
        SortedSet<String> after = new TreeSet<>(before);
        wanted.stream().filter(tag -> after.size() < Tags.TAGS_MAX).forEach(after::add);
        if (!after.equals(before)) {
            ticket.describe(ticket.description().withTags(after), act.at());
            effects.add(new Effect("tags", StoredJson.array(before), StoredJson.array(after)));
        }
    }

    private static void raise(Ticket ticket, @Nullable TicketPriority least, Act act, List<Effect> effects) {
        TicketPriority before = ticket.description().priority();
        if (least != null && before.compareTo(least) < 0) {
            ticket.describe(ticket.description().withPriority(least), act.at());
            effects.add(Effect.of("priority", Wire.of(before), Wire.of(least)));
        }
    }

    private void give(Ticket ticket, GroupId group, Act act, List<Effect> effects) {
        Optional<GroupId> before = ticket.ownership().group();
        if (!before.equals(Optional.of(group))) {
            ownerships.moveToGroup(ticket, group, act);
            effects.add(Effect.of("group_id", before.map(GroupId::toString).orElse(null), group.toString()));
        }
    }

    private static void takeOff(Ticket ticket, Act act, List<Effect> effects) {
        Optional<UserId> owner = ticket.ownership().assignee();
        if (owner.isPresent()) {
            ticket.unassign(UnassignedReason.RELEASED, act.at());
            effects.add(Effect.of("assignee_id", owner.get().toString(), null));
        }
    }
}
