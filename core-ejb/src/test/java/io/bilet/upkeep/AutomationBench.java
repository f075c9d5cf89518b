package io.bilet.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.automation.RuleDraft;
import io.bilet.automation.action.ActionLanguage;
import io.bilet.automation.timed.AutomationAdmin;
import io.bilet.automation.timed.AutomationAdmin.Draft;
import io.bilet.automation.timed.AutomationId;
import io.bilet.automation.trigger.Rulebook;
import io.bilet.sla.SlaDesk;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What it costs to find automations whose time has come; not among the tests (docs/performance.md). */
class AutomationBench {

    private static final System.Logger LOG = System.getLogger(AutomationBench.class.getName());

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final int ARMED = 100_000;
    private static final int DUE = 100;

    @Test
    void a_sweep_over_a_hundred_thousand_armed_timers() {
        SlaDesk desk = new SlaDesk(NOW);
        AutomationAdmin admin = desk.bean(AutomationAdmin.class);
        var rule = new RuleDraft(
                "Bench " + UUID.randomUUID(),
                null,
                null,
                null,
                Rulebook.json("{'field':'ticket.subject','operator':'is','value':'nothing'}"),
                ActionLanguage.written("[{'kind':'set_vip'}]"));
        AutomationId id = admin.create(new Draft(rule, "PT1H", null)).id();
        Rows.change("""
                SET STATEMENT foreign_key_checks = 0 FOR
                INSERT INTO automation_timer (rule_id, ticket_id, arming, armed_at, due_at)
                SELECT '%s', UUID(), 1, '2026-11-20', '2026-11-23 09:00:00' + INTERVAL IF(seq <= %d, -seq, seq) SECOND
                FROM seq_1_to_%d
                """.formatted(id.value(), DUE, ARMED));
        AutomationTimer timer = desk.bean(AutomationTimer.class);
        for (int round = 0; round < 15; round++) {
            Rows.change("DELETE FROM work WHERE queue = 'automations'");
            long before = System.nanoTime();
            timer.run();
            double millis = (System.nanoTime() - before) / 1e6;
            LOG.log(System.Logger.Level.INFO, "sweep: {0,number,#.#} ms", millis);
        }
        assertThat(Rows.count("SELECT COUNT(*) FROM work WHERE queue = 'automations'"))
                .isEqualTo(DUE);
        Rows.change("DELETE FROM work WHERE queue = 'automations'");
        admin.remove(id, Optional.empty());
    }
}
