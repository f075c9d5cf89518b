package io.bilet.flow;

import io.bilet.fact.CustomerFacts;
import io.bilet.people.RequesterRepository;
import io.bilet.schedule.WorkingHours;
import io.bilet.sla.policy.SlaPolicies;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Says when somebody is there for a ticket. */
@ApplicationScoped
class OpeningHours {

    @Inject
    private SlaPolicies policies;

    @Inject
    private RequesterRepository requesters;

    @Inject
    private CustomerFacts customers;

    /** The open hours of the policy that applies to the ticket; all hours if it names none. */
    WorkingHours of(Ticket ticket, Instant now) {
        var facts = customers.beside(
                new TicketFacts(ticket, () -> requesters.get(ticket.origin().requester()), "", null, now));
        return policies.applyingTo(facts).hours();
    }
}
