package io.bilet.sla;

import io.bilet.condition.Facts;
import io.bilet.decision.Decision;
import io.bilet.platform.config.Within;
import io.bilet.platform.json.Wire;
import io.bilet.sla.policy.Promise;
import io.bilet.sla.policy.SlaMetric;
import io.bilet.sla.policy.SlaPolicies;
import io.bilet.sla.policy.SlaTerms;
import io.bilet.ticket.Due;
import io.bilet.ticket.SlaNotice.SlaBreached;
import io.bilet.ticket.SlaNotice.SlaWarned;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketEvent;
import io.bilet.ticket.TicketEvent.CommentAdded;
import io.bilet.ticket.TicketEvent.FieldChanged;
import io.bilet.ticket.TicketEvent.Opened;
import io.bilet.ticket.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the clocks of a ticket in step with it, and the ticket's due time in step with its clocks. */
@ApplicationScoped
public class SlaClocks {

    @Inject
    SlaClockRepository clocks;

    @Inject
    SlaPolicies policies;

    /** How long work on a ticket usually takes; by so much earlier than its due time it must begin. */
    @Inject
    @ConfigProperty(name = "bilet.sla.handling-time", defaultValue = "PT15M")
    @Within(min = "PT0S", max = "P7D")
    Duration handlingTime;

    /**
     * Lets the clocks follow what happened to a ticket that is locked or new. The policy is chosen anew at each event
     * but a note among colleagues, which nobody outside waits for.
     *
     * @param events in order; nothing follows from none
     * @param facts about the ticket as it stands now
     * @return under which promises the ticket is, if it came under others than before
     */
    public Optional<Decision> follow(Ticket ticket, List<TicketEvent> events, Facts facts, Instant at) {
        if (areSilent(ticket, events)) {
            return Optional.empty();
        }
        boolean isNew = events.stream().anyMatch(Opened.class::isInstance);
        var followers = new TicketClocks(ticket.id(), isNew ? List.of() : clocks.lock(ticket.id()));
        keepUp(followers, at);
        Optional<Promise> before = followers.promise();
        SlaTerms terms = policies.applyingTo(facts);
        new ClockKeeper(followers, events, Standing.of(ticket, at), terms).follow();
        keep(ticket, followers, at);
        boolean cameUnder = before.filter(terms::made).isEmpty()
                && followers.promise().filter(terms::made).isPresent();
        return cameUnder ? Optional.of(PolicyChoice.decision(ticket.id(), before, terms, facts, at)) : Optional.empty();
    }

    /**
     * Lets the clocks follow where routing put a ticket whose clocks have followed what happened before; costs nothing
     * unless the group changed and the time a group holds a ticket is promised.
     *
     * @param events what happened since, in order
     */
    public Optional<Decision> followRouting(Ticket ticket, List<TicketEvent> events, Facts facts, Instant at) {
        boolean moved = events.stream()
                .anyMatch(event ->
                        event instanceof FieldChanged change && change.field().equals("group_id"));
        return moved && policies.applyingTo(facts).promise(SlaMetric.GROUP_OWNERSHIP_TIME)
                ? follow(ticket, events, facts, at)
                : Optional.empty();
    }

    /**
     * Whether no clock could hear of them: notes among colleagues, while the ticket is where it began, so that nobody
     * was asked for help whose answer they could be.
     */
    static boolean areSilent(Ticket ticket, List<TicketEvent> events) {
        Instant opened = ticket.timeline().createdAt();
        return events.stream().allMatch(SlaClocks::isNote)
                && ticket.ownership().tierSince().filter(opened::isBefore).isEmpty();
    }

    private static boolean isNote(TicketEvent event) {
        return event instanceof CommentAdded comment && comment.visibility() == Visibility.INTERNAL;
    }

    /**
     * Lets the clocks of a locked ticket say what passed by itself before {@code at}: breaches and warnings.
     *
     * @return the warnings whose time has come since the last look, also those that a later one or the breach overtook
     */
    public List<Sounded> sound(Ticket ticket, Instant at) {
        var present = new TicketClocks(ticket.id(), clocks.lock(ticket.id()));
        keepUp(present, at);
        List<Sounded> sounded = new ArrayList<>();
        for (SlaClock clock : present.open()) {
            sounded.addAll(passed(clock, at));
            clock.sound(at);
        }
        keep(ticket, present, at);
        return sounded;
    }

    private List<Sounded> passed(SlaClock clock, Instant at) {
        List<String> labels = clock.reading().warnings().labelsBefore(at);
        if (labels.isEmpty()) {
            return List.of();
        }
        Promise promise = policies.asMade(clock.reading().promise());
        return promise.warnings().stream()
                .filter(step -> labels.contains(step.label()))
                .map(step -> new Sounded(clock.key(), promise, step))
                .toList();
    }

    /** Plans by the hours that the schedules have now, before anything is judged by a plan. */
    private void keepUp(TicketClocks present, Instant at) {
        present.open().stream()
                .filter(SlaClock::isOutOfPlan)
                .forEach(clock -> clock.apply(policies.asMade(clock.reading().promise()), at));
    }

    private void keep(Ticket ticket, TicketClocks all, Instant at) {
        for (ClockEvent step : clocks.save(all.all())) {
            String clock = step.clock().id().toString();
            String metric = Wire.of(step.clock().metric());
            if (step.step() == ClockStep.BREACH) {
                ticket.happenings().note(new SlaBreached(clock, metric, step.at(), step.targetVersion()));
            } else if (step.step() == ClockStep.WARN && step.dueAfter() != null && step.warning() != null) {
                ticket.happenings().note(new SlaWarned(clock, metric, step.dueAfter(), step.warning()));
            }
        }
        Due byPolicy = all.due(Standing.of(ticket, at), handlingTime);
        ticket.due(ticket.snoozing().due(byPolicy, handlingTime));
    }
}
