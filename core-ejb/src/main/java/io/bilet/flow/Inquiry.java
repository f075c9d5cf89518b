package io.bilet.flow;

import io.bilet.automation.timed.AutomationId;
import io.bilet.automation.timed.AutomationInquiry;
import io.bilet.automation.trigger.TriggerId;
import io.bilet.automation.trigger.TriggerInquiry;
import io.bilet.condition.Facts;
import io.bilet.fact.CustomerFacts;
import io.bilet.people.Actor;
import io.bilet.people.RequesterRepository;
import io.bilet.people.UserId;
import io.bilet.routing.WhyNot;
import io.bilet.routing.rule.RoutingRuleId;
import io.bilet.routing.rule.RuleInquiry;
import io.bilet.ticket.Comment;
import io.bilet.ticket.CommentQueries;
import io.bilet.ticket.EventFacts;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Optional;

/** Asks of a ticket as it is now why something did not happen to it; changes nothing. */
@ApplicationScoped
public class Inquiry {

    @Inject
    private WhyNot agents;

    @Inject
    private RuleInquiry rules;

    @Inject
    private TriggerInquiry triggers;

    @Inject
    private AutomationInquiry automations;

    @Inject
    private CommentQueries comments;

    @Inject
    private RequesterRepository requesters;

    @Inject
    private CustomerFacts customers;

    @Inject
    private Clock clock;

    /** Why an agent was not, or would not be, given the ticket. */
    public JsonObject about(Ticket ticket, UserId agent) {
        return agents.of(ticket, agent);
    }

    /** Why a rule does not hold for the ticket, which opened with its first comment. */
    public JsonObject about(Ticket ticket, RoutingRuleId rule) {
        return rules.of(facts(ticket), rule);
    }

    /** Why a trigger would not act if the ticket, as it is now, were opened by its requester. */
    public JsonObject about(Ticket ticket, TriggerId trigger) {
        Actor requester = Actor.user(ticket.origin().requester());
        return triggers.of(EventFacts.opening(facts(ticket), ticket, requester, "request"), trigger);
    }

    /** Why an automation would not act on the ticket as it is now, if its time had come. */
    public JsonObject about(Ticket ticket, AutomationId automation) {
        return automations.of(facts(ticket), automation);
    }

    private Facts facts(Ticket ticket) {
        String said = comments.of(ticket.id(), Optional.empty(), true, 1).stream()
                .map(Comment::said)
                .map(text -> text.text())
                .findFirst()
                .orElse("");
        return customers.beside(new TicketFacts(
                ticket, () -> requesters.get(ticket.origin().requester()), said, null, clock.instant()));
    }
}
