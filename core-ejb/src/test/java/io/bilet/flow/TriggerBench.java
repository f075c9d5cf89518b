package io.bilet.flow;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.audit.Act;
import io.bilet.automation.RuleDraft;
import io.bilet.automation.action.ActionLanguage;
import io.bilet.automation.trigger.Rulebook;
import io.bilet.automation.trigger.TriggerAdmin;
import io.bilet.automation.trigger.TriggerId;
import io.bilet.people.Actor;
import io.bilet.people.Requester;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.sla.SlaDesk;
import io.bilet.ticket.EventFacts;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketFacts;
import io.bilet.ticket.TicketPriority;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What triggers cost an event; not among the tests, run by name (docs/performance.md). */
class TriggerBench {

    private static final System.Logger LOG = System.getLogger(TriggerBench.class.getName());

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final int EVENTS = 4_000;
    private static final int MATCHING = 5;

    private static final List<String> FIELDS = List.of(
            "{'field':'ticket.subject','operator':'contains_words','value':['%s']}",
            "{'field':'ticket.channel','operator':'is','value':'phone'}, {'field':'ticket.subject','operator':'contains','value':'%s'}",
            "{'field':'ticket.priority','operator':'changed_to','value':'urgent'}, {'field':'ticket.tags','operator':'includes_any','value':['%s']}",
            "{'field':'ticket.status','operator':'changed_to','value':'solved'}, {'field':'ticket.tags','operator':'includes_any','value':['%s']}",
            "{'field':'ticket.type','operator':'is','value':'incident'}, {'field':'ticket.subject','operator':'contains','value':'%s'}",
            "{'field':'ticket.language','operator':'is','value':'%s'}",
            "{'field':'ticket.tags','operator':'includes_any','value':['%s']}",
            "{'field':'ticket.group_id','operator':'changed','value':true}, {'field':'ticket.tags','operator':'includes_any','value':['%s']}",
            "{'field':'ticket.tier','operator':'at_least','value':3}, {'field':'ticket.subject','operator':'contains','value':'%s'}",
            "{'field':'ticket.folder','operator':'is','value':'archive'}, {'field':'ticket.subject','operator':'contains','value':'%s'}",
            "{'field':'ticket.assignee_id','operator':'changed','value':true}, {'field':'ticket.subject','operator':'contains','value':'%s'}",
            "{'field':'ticket.created_at','operator':'older_than','value':'P3D'}, {'field':'ticket.subject','operator':'contains','value':'%s'}",
            "{'field':'comment.text','operator':'contains_words','value':['%s']}",
            "{'field':'comment.visibility','operator':'is','value':'internal'}, {'field':'comment.text','operator':'contains','value':'%s'}",
            "{'field':'event.actor','operator':'is','value':'agent'}, {'field':'ticket.tags','operator':'gained','value':['%s']}",
            "{'field':'requester.email','operator':'contains','value':'%s'}",
            "{'field':'requester.email_domain','operator':'is','value':'%s.example'}",
            "{'field':'requester.language','operator':'is','value':'%s'}",
            "{'field':'requester.tags','operator':'includes_any','value':['%s']}",
            "{'field':'organization.name','operator':'is','value':'%s'}");

    private final SlaDesk desk = new SlaDesk(NOW);
    private final List<TriggerId> made = new ArrayList<>();

    /** Of some triggers over twenty fields five hold for an event; the others ask for what it is not about. */
    @Test
    void cost_of_an_event() {
        TriggerAdmin admin = desk.bean(TriggerAdmin.class);
        try {
            for (int rules : List.of(50, 500)) {
                write(admin, rules);
                report("opened", rules, measured(true));
                report("raised", rules, measured(false));
            }
        } finally {
            made.forEach(id -> admin.remove(id, Optional.empty()));
        }
    }

    private void write(TriggerAdmin admin, int upTo) {
        for (int i = made.size(); i < upTo; i++) {
            String about = i < MATCHING
                    ? "{'field':'ticket.priority','operator':'at_least','value':'high'}"
                    : FIELDS.get(i % FIELDS.size()).formatted("word" + i);
            var draft = new RuleDraft(
                    "Bench " + UUID.randomUUID(),
                    null,
                    null,
                    null,
                    Rulebook.json("{'all':[" + about + "]}"),
                    ActionLanguage.written("[{'kind':'add_tags','tags':['t" + i + "']}]"));
            made.add(admin.create(draft).id());
        }
    }

    private long[] measured(boolean opening) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] nanos = new long[EVENTS];
        inNewTransaction(() -> {
            for (int i = -EVENTS; i < EVENTS; i++) {
                Ticket ticket = desk.notYetStored();
                if (!opening) {
                    ticket.happenings().take();
                }
                ticket.describe(ticket.description().withPriority(TicketPriority.HIGH), NOW);
                long before = threads.getCurrentThreadCpuTime();
                int acted = follow(ticket, opening);
                if (i >= 0) {
                    nanos[i] = threads.getCurrentThreadCpuTime() - before;
                }
                assertThat(acted).isEqualTo(MATCHING);
            }
            return true;
        });
        Arrays.sort(nanos);
        return nanos;
    }

    private int follow(Ticket ticket, boolean opening) {
        Act act = new Act(Actor.user(UserId.next()), "request", NOW);
        var facts = new TicketFacts(ticket, () -> requester(ticket), "It smokes, and it did so before.", null, NOW);
        EventFacts event = opening
                ? EventFacts.opening(facts, ticket, act.actor(), act.cause())
                : EventFacts.update(facts, ticket, act.actor(), act.cause());
        return desk.bean(Triggers.class)
                .follow(ticket, event, act, desk.bean(RehearsedActionRows.class))
                .size();
    }

    private static Requester requester(Ticket ticket) {
        return new Requester(
                ticket.origin().requester(),
                "Ada",
                Role.REQUESTER,
                true,
                "ada@example.org",
                "en",
                null,
                new TreeSet<>(),
                null,
                null);
    }

    private static void report(String event, int rules, long[] nanos) {
        LOG.log(
                System.Logger.Level.INFO,
                () -> String.format(
                        Locale.ROOT,
                        "%s, %d triggers, %d act: median %.3f ms, p99 %.3f ms CPU",
                        event,
                        rules,
                        MATCHING,
                        nanos[nanos.length / 2] / 1e6,
                        nanos[nanos.length * 99 / 100] / 1e6));
    }
}
