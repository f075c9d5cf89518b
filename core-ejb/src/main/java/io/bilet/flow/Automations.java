package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.automation.timed.AutomationId;
import io.bilet.automation.timed.AutomationSet;
import io.bilet.automation.timed.AutomationSets;
import io.bilet.automation.timed.AutomationTimerRepository;
import io.bilet.automation.timed.AutomationTimerRepository.Armed;
import io.bilet.automation.timed.CompiledAutomation;
import io.bilet.condition.Facts;
import io.bilet.schedule.WorkingHours;
import io.bilet.ticket.EventFacts;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Arms the timers of automations whose condition an event made true, and disarms those it made false. Where it changed
 * neither there is no statement. Closed tickets have no timers.
 */
@ApplicationScoped
class Automations {

    @Inject
    private AutomationSets sets;

    @Inject
    private AutomationTimerRepository timers;

    @Inject
    private OpeningHours hours;

    /** Follows what happened to a ticket, once all else has. */
    void follow(Ticket ticket, EventFacts facts, Act act, ActionRows rows) {
        AutomationSet automations = sets.present();
        if (automations.isEmpty() || ticket.happenings().pending().isEmpty()) {
            return;
        }
        Set<String> changed = facts.changedSince(0);
        if (ticket.status() == TicketStatus.CLOSED) {
            if (changed.contains("ticket.status")) {
                rows.store(() -> timers.disarm(ticket.id()));
            }
        } else if (facts.isOpening()) {
            arm(ticket, holding(automations.all(), facts), act.at(), rows);
        } else {
            followChange(ticket, automations.watching(changed), facts, act, rows);
        }
    }

    private void followChange(
            Ticket ticket, Collection<CompiledAutomation> watching, EventFacts facts, Act act, ActionRows rows) {
        Facts before = field -> facts.before(field);
        List<CompiledAutomation> begins = new ArrayList<>();
        List<AutomationId> ends = new ArrayList<>();
        for (CompiledAutomation automation : watching) {
            boolean held = automation.condition().matches(before);
            boolean holds = automation.condition().matches(facts);
            if (holds && !held) {
                begins.add(automation);
            } else if (held && !holds) {
                ends.add(automation.id());
            }
        }
        arm(ticket, begins, act.at(), rows);
        if (!ends.isEmpty()) {
            rows.store(() -> timers.disarm(ticket.id(), ends));
        }
    }

    /** The timers to be armed for a stored ticket, whatever happened to it before. */
    List<Armed> timers(Ticket ticket, Collection<CompiledAutomation> automations, Facts facts, Instant now) {
        return ticket.status() == TicketStatus.CLOSED ? List.of() : armed(ticket, holding(automations, facts), now);
    }

    private void arm(Ticket ticket, List<CompiledAutomation> begins, Instant now, ActionRows rows) {
        if (!begins.isEmpty()) {
            List<Armed> armed = armed(ticket, begins, now);
            rows.store(() -> timers.arm(armed, now));
        }
    }

    private List<Armed> armed(Ticket ticket, List<CompiledAutomation> begins, Instant now) {
        boolean counted = begins.stream().anyMatch(one -> one.delay().countsBusinessTime());
        WorkingHours open = counted ? hours.of(ticket, now) : WorkingHours.always();
        return begins.stream()
                .map(one -> new Armed(one, ticket.id(), one.delay().after(now, open)))
                .toList();
    }

    private static List<CompiledAutomation> holding(Collection<CompiledAutomation> all, Facts facts) {
        return all.stream().filter(one -> one.condition().matches(facts)).toList();
    }
}
