package io.bilet.routing.rule;

import io.bilet.condition.Facts;
import io.bilet.decision.Decision;
import io.bilet.routing.Staff;
import io.bilet.routing.Staffing;
import io.bilet.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Asks every rule about a ticket that is being opened, and does what those that hold say. */
@ApplicationScoped
public class OpeningRules {

    @Inject
    private RuleSets ruleSets;

    @Inject
    private Staffing staffing;

    /**
     * Applies the rules in order; a ticket that none of them gives to a group goes to the default one.
     *
     * @return what each rule did, and one line for all that did not hold
     */
    public List<Decision> apply(Facts facts, Ticket ticket, Instant now) {
        return ask(ruleSets.present(), staffing.present(), ticket, facts, now);
    }

    /** Asks these rules, whether or not they are switched on. */
    static List<Decision> ask(RuleSet rules, Staff staff, Ticket ticket, Facts facts, Instant now) {
        OpeningRun run = new OpeningRun(ticket, facts, staff, now);
        RuleTrace trace = new RuleTrace();
        for (CompiledRule rule : rules.rules()) {
            run.ask(rule, trace);
        }
        run.giveToDefaultGroup();
        return run.decisions(rules, trace);
    }
}
