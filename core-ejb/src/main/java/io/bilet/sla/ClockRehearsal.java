package io.bilet.sla;

import io.bilet.condition.Facts;
import io.bilet.sla.policy.SlaTerms;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketEvent;
import java.time.Instant;
import java.util.List;

/** Clocks of one ticket that are stored nowhere, under policies that nobody has switched on. */
public final class ClockRehearsal {

    private final TicketClocks clocks;
    private final List<SlaTerms> policies;

    /** @param policies in the order in which they are tried */
    public ClockRehearsal(Ticket ticket, List<SlaTerms> policies) {
        this.clocks = new TicketClocks(ticket.id(), List.of());
        this.policies = policies;
    }

    /** Lets the clocks follow what has happened to the ticket and was not taken yet. */
    public void follow(Ticket ticket, Facts facts, Instant at) {
        List<TicketEvent> events = ticket.happenings().pending();
        if (!SlaClocks.areSilent(ticket, events)) {
            SlaTerms terms = policies.stream()
                    .filter(policy -> policy.applyTo(facts))
                    .findFirst()
                    .orElse(SlaTerms.NONE);
            new ClockKeeper(clocks, events, Standing.of(ticket, at), terms).follow();
        }
    }

    /** How they stand, with every breach before {@code now}. */
    public List<SlaClock> at(Instant now) {
        clocks.open().forEach(clock -> clock.sound(now));
        return clocks.all();
    }
}
