package io.bilet.routing.rule;

import static io.bilet.routing.Tickets.MONDAY_NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.condition.Condition;
import io.bilet.condition.ConditionReader;
import io.bilet.condition.FieldRegistry;
import io.bilet.decision.Decision;
import io.bilet.decision.Effect;
import io.bilet.decision.Outcome;
import io.bilet.people.GroupId;
import io.bilet.platform.json.StoredJson;
import io.bilet.routing.Staffs;
import io.bilet.routing.Tickets;
import io.bilet.ticket.Folder;
import io.bilet.ticket.SkillDemand;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketFacts;
import io.bilet.ticket.TicketFields;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.UnassignedReason;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpeningRunTest {

    private static final ConditionReader CONDITIONS =
            new ConditionReader(new FieldRegistry(List.of(new TicketFields())));
    private static final String ALWAYS = "{'all':[]}";
    private static final String REFUND = "{'field':'ticket.subject','operator':'contains','value':'refund'}";
    private static final String TAGGED_VIP = "{'field':'ticket.tags','operator':'includes_any','value':['vip']}";
    private static final GroupId HARDWARE = GroupId.next();
    private static final GroupId BILLING = GroupId.next();

    private final Ticket ticket = Tickets.about("Printer on fire");
    private final List<CompiledRule> rules = new ArrayList<>();

    @Test
    void of_two_rules_that_set_the_same_value_the_first_wins() {
        rule(ALWAYS, "{'group_id':'%s','priority':'high'}".formatted(HARDWARE));
        rule(ALWAYS, "{'group_id':'%s','tags':['second']}".formatted(BILLING));
        rule(ALWAYS, "{'priority':'low'}");

        List<Decision> decisions = run();

        assertThat(ticket.ownership().group()).contains(HARDWARE);
        assertThat(ticket.ownership().tier()).isEqualTo(2);
        assertThat(ticket.description().priority()).isEqualTo(TicketPriority.HIGH);
        assertThat(decisions)
                .extracting(Decision::outcome)
                .containsExactly(Outcome.APPLIED, Outcome.APPLIED, Outcome.SUPPRESSED);
        assertThat(decisions.get(1).effects()).extracting(Effect::field).containsExactly("tags");
    }

    @Test
    void tags_and_skills_of_all_rules_add_up() {
        String skill = "skl_0198c0ffee0070008000000000000031";
        rule(ALWAYS, "{'tags':['one'],'skills':[{'skill_id':'%s','level':2}]}".formatted(skill));
        rule(ALWAYS, "{'tags':['two'],'skills':[{'skill_id':'%s','level':4}]}".formatted(skill));

        run();

        assertThat(ticket.description().tags()).containsExactly("one", "two");
        assertThat(ticket.demand().skills().values()).containsExactly(SkillDemand.of(4));
    }

    @Test
    void of_two_demands_for_a_skill_the_one_that_lasts_longer_counts() {
        String skill = "skl_0198c0ffee0070008000000000000031";
        rule(ALWAYS, "{'skills':[{'skill_id':'%s','level':3,'drop_after':'PT5M'}]}".formatted(skill));
        rule(ALWAYS, "{'skills':[{'skill_id':'%s','level':1,'drop_after':'PT9M'}]}".formatted(skill));

        run();

        assertThat(ticket.demand().skills().values()).containsExactly(new SkillDemand(3, Duration.ofMinutes(9)));
    }

    @Test
    void a_rule_puts_a_ticket_into_the_vip_lane_and_says_so() {
        rule(ALWAYS, "{'vip':true}");

        List<Decision> decisions = run();

        assertThat(ticket.demand().isVip()).isTrue();
        assertThat(decisions.get(0).effects()).extracting(Effect::field).containsExactly("vip");
    }

    @Test
    void a_rule_sees_what_those_before_it_did() {
        rule(TAGGED_VIP, "{'priority':'urgent'}");
        rule(ALWAYS, "{'tags':['vip']}");
        rule(TAGGED_VIP, "{'priority':'high'}");

        run();

        assertThat(ticket.description().priority()).isEqualTo(TicketPriority.HIGH);
    }

    @Test
    void a_rule_that_archives_ends_the_run_and_leaves_the_ticket_to_nobody() {
        rule(ALWAYS, "{'archive':true}");
        rule(ALWAYS, "{'priority':'low'}");

        List<Decision> decisions = run();

        assertThat(ticket.folder()).isEqualTo(Folder.ARCHIVE);
        assertThat(ticket.status()).isEqualTo(TicketStatus.SOLVED);
        assertThat(ticket.ownership().unassignedReason()).contains(UnassignedReason.ARCHIVED);
        assertThat(ticket.ownership().group()).isEmpty();
        assertThat(ticket.description().priority()).isEqualTo(TicketPriority.NORMAL);
        assertThat(written(decisions))
                .extracting(Decision::outcome)
                .containsExactly(Outcome.APPLIED, Outcome.SUPPRESSED);
    }

    @Test
    void spam_is_put_away_unsolved() {
        rule(ALWAYS, "{'spam':true}");

        run();

        assertThat(ticket.folder()).isEqualTo(Folder.SPAM);
        assertThat(ticket.status()).isEqualTo(TicketStatus.NEW);
        assertThat(ticket.ownership().unassignedReason()).contains(UnassignedReason.SPAM);
    }

    @Test
    void what_no_rule_gives_to_a_group_goes_to_the_default_one() {
        rule(REFUND, "{'group_id':'%s'}".formatted(BILLING));

        List<Decision> decisions = run();

        assertThat(ticket.ownership().group()).contains(Staffs.DEFAULT);
        assertThat(decisions.get(0).subject().type()).isEqualTo("default_group");
    }

    @Test
    void a_rule_that_did_not_hold_names_the_check_and_what_it_saw() {
        rule("{'all':[%s,%s]}".formatted(ALWAYS, REFUND), "{'priority':'low'}");
        rule(ALWAYS, "{'priority':'high'}");
        rule("{'not':{'field':'ticket.subject','operator':'contains','value':'fire'}}", "{'tags':['cold']}");

        List<Decision> decisions = written(run());

        assertThat(decisions)
                .extracting(Decision::outcome)
                .containsExactly(Outcome.APPLIED, Outcome.APPLIED, Outcome.NOT_MATCHED, Outcome.NOT_MATCHED);
        assertThat(decisions.get(2).subject().id()).isEqualTo(rules.get(0).id().toString());
        assertThat(decisions.get(2).evaluation())
                .hasToString("{\"field\":\"ticket.subject\",\"operator\":\"contains\",\"value\":\"refund\","
                        + "\"actual\":\"Printer on fire\",\"result\":false}");
        assertThat(decisions.get(3).evaluation()).isNotNull().asString().contains("\"result\":true");
    }

    @Test
    void fifty_rules_that_do_not_hold_leave_few_bytes() {
        for (int i = 0; i < 50; i++) {
            rule("{'all':[%s,%s]}".formatted(REFUND, TAGGED_VIP), "{'priority':'low'}");
        }

        Decision trace = run().get(1);

        assertThat(trace.subject().type()).isEqualTo(RuleTrace.SUBJECT);
        assertThat(String.valueOf(trace.evaluation())).hasSizeLessThan(300);
    }

    @Test
    void a_rule_whose_group_is_gone_fails_in_that_and_does_the_rest() {
        rule(ALWAYS, "{'group_id':'%s','priority':'high'}".formatted(GroupId.next()));

        List<Decision> decisions = run();

        assertThat(decisions.get(0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ticket.description().priority()).isEqualTo(TicketPriority.HIGH);
    }

    @Test
    void a_rule_that_cannot_be_read_any_more_fails_and_stops_nobody() {
        rule(null, "{'priority':'low'}");
        rule(ALWAYS, "{'priority':'high'}");

        List<Decision> decisions = run();

        assertThat(decisions).extracting(Decision::outcome).startsWith(Outcome.FAILED, Outcome.APPLIED);
    }

    private void rule(@Nullable String condition, String effects) {
        Condition read = condition == null ? null : CONDITIONS.read(json(condition), "");
        rules.add(CompiledRule.of(RoutingRuleId.next(), 1, read, RuleEffectsJson.read(json(effects), "")));
    }

    private List<Decision> run() {
        var facts = new TicketFacts(
                ticket,
                () -> {
                    throw new AssertionError("not asked");
                },
                "Help!",
                null,
                MONDAY_NINE);
        OpeningRun run = new OpeningRun(ticket, facts, Staffs.of(HARDWARE, BILLING), MONDAY_NINE);
        RuleTrace trace = new RuleTrace();
        rules.forEach(rule -> run.ask(rule, trace));
        run.giveToDefaultGroup();
        return run.decisions(new RuleSet(7, rules), trace);
    }

    /** As the API shows them. */
    private List<Decision> written(List<Decision> decisions) {
        List<Decision> written = new ArrayList<>();
        for (Decision decision : decisions) {
            boolean isTrace = decision.subject().type().equals(RuleTrace.SUBJECT);
            written.addAll(isTrace ? RuleTraceReading.expand(decision, new RuleSet(7, rules)) : List.of(decision));
        }
        return written;
    }

    private static JsonObject json(String json) {
        return StoredJson.readObject(json.replace('\'', '"'));
    }
}
