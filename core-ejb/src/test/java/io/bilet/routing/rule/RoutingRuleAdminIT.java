package io.bilet.routing.rule;

import static io.bilet.routing.Tickets.MONDAY_NINE;
import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bilet.condition.FieldRegistry;
import io.bilet.condition.MalformedCondition;
import io.bilet.decision.Decision;
import io.bilet.decision.DecisionRepository;
import io.bilet.decision.Outcome;
import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.routing.Company;
import io.bilet.routing.rule.RoutingRuleAdmin.Draft;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import io.bilet.ticket.EventFields;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketFacts;
import io.bilet.ticket.TicketFields;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketRepository;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoutingRuleAdminIT {

    private final Beans beans = node();
    private final RoutingRuleAdmin admin = beans.get(RoutingRuleAdmin.class);
    private final Company company = new Company(beans);
    private final String subject = "Subject " + UUID.randomUUID();
    private final List<RoutingRuleId> made = new ArrayList<>();

    /** Rules act on every ticket, also on those of other tests. */
    @AfterEach
    void removeRules() {
        made.forEach(id -> admin.remove(id, Optional.empty()));
    }

    @Test
    void a_new_rule_is_asked_last_and_about_every_ticket_from_now_on() {
        RoutingRule first = create("{'priority':'high'}");
        RoutingRule second = create("{'tags':['second']}");

        Ticket ticket = open();

        assertThat(second.listing().position()).isEqualTo(first.listing().position() + 1);
        assertThat(ticket.description().priority()).isEqualTo(TicketPriority.HIGH);
        assertThat(ticket.description().tags()).containsExactly("second");
    }

    @Test
    void a_changed_rule_acts_in_its_new_wording_and_old_decisions_keep_the_old_one() {
        RoutingRule rule = create("{'priority':'high'}");
        Ticket before = open();
        Draft change = new Draft(null, null, null, condition(subject + " never"), null);

        RoutingRule changed = admin.update(rule.id(), Optional.of(rule.version()), change);
        Ticket after = open();

        assertThat(changed.version()).isEqualTo(rule.version() + 1);
        assertThat(after.description().priority()).isEqualTo(TicketPriority.NORMAL);
        assertThat(decisions(before, rule)).extracting(Decision::outcome).containsExactly(Outcome.APPLIED);
        assertThat(decisions(after, rule)).extracting(Decision::outcome).containsExactly(Outcome.NOT_MATCHED);
        assertThat(decisions(after, rule).get(0).subject().version()).isEqualTo(changed.version());
        assertThat(String.valueOf(decisions(after, rule).get(0).evaluation())).contains(subject + " never");
    }

    @Test
    void rules_are_asked_in_their_order_and_a_moved_one_takes_its_place() {
        RoutingRule first = create("{'priority':'high'}");
        RoutingRule second = create("{'priority':'low'}");
        assertThat(open().description().priority()).isEqualTo(TicketPriority.HIGH);

        admin.update(
                first.id(), Optional.empty(), new Draft(null, second.listing().position() + 1, null, null, null));

        assertThat(open().description().priority()).isEqualTo(TicketPriority.LOW);
    }

    @Test
    void a_rule_that_is_switched_off_or_removed_is_not_asked_and_stays_explained() {
        RoutingRule rule = create("{'priority':'high'}");
        Ticket before = open();

        admin.update(rule.id(), Optional.empty(), new Draft(null, null, false, null, null));
        assertThat(open().description().priority()).isEqualTo(TicketPriority.NORMAL);

        admin.remove(rule.id(), Optional.empty());
        made.remove(rule.id());
        assertThat(decisions(before, rule)).hasSize(1);
        assertThatThrownBy(() -> admin.get(rule.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void what_does_not_exist_is_refused_with_its_place() {
        String group = "{'group_id':'%s'}".formatted(GroupId.next());
        String skill = "{'skills':[{'skill_id':'%s','level':1}]}".formatted(SkillId.next());
        String check = "{'field':'ticket.group_id','operator':'is','value':'%s'}".formatted(GroupId.next());

        assertThat(refusal(null, group)).isEqualTo("/effects/group_id");
        assertThat(refusal(null, skill)).isEqualTo("/effects/skills/0/skill_id");
        assertThat(refusal(check, "{'spam':true}")).isEqualTo("/condition");
        assertThatThrownBy(() -> create("{'field':'nope','operator':'is','value':1}", "{'spam':true}"))
                .isInstanceOf(MalformedCondition.class);
    }

    @Test
    void a_name_belongs_to_one_rule_and_a_change_to_one_reading() {
        RoutingRule rule = create("{'priority':'high'}");
        RoutingRule other = create("{'priority':'high'}");

        assertThatThrownBy(() -> admin.update(
                        other.id(), Optional.empty(), new Draft(rule.listing().name(), null, null, null, null)))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> admin.update(rule.id(), Optional.of(99), new Draft("Other", null, null, null, null)))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> admin.remove(rule.id(), Optional.of(99))).isInstanceOf(StaleVersion.class);
    }

    @Test
    void rules_are_listed_in_their_order_page_by_page() {
        RoutingRule first = create("{'priority':'high'}");
        RoutingRule second = create("{'priority':'high'}");

        List<RoutingRuleId> listed = new ArrayList<>();
        Optional<Position> next = Optional.empty();
        do {
            Slice<RoutingRule> page = admin.page(next, 1);
            page.items().forEach(rule -> listed.add(rule.id()));
            next = page.next();
        } while (next.isPresent());

        assertThat(listed).containsSubsequence(first.id(), second.id());
    }

    @Test
    void asking_the_rules_costs_no_statement() {
        create("{'priority':'high'}");
        Beans node = node();
        inNewTransaction(() -> apply(node, company.ticket(null, subject)));
        Ticket ticket = company.ticket(null, subject);

        long statements = TestDatabase.statements(() -> apply(node, ticket));

        assertThat(statements).isZero();
    }

    @Test
    void decisions_are_read_page_by_page_whatever_they_are_kept_as() {
        for (int i = 0; i < 5; i++) {
            create(condition(subject + " never " + i).toString(), "{'priority':'high'}");
        }
        create("{'priority':'high'}");
        Ticket ticket = open();

        List<Decision> paged = new ArrayList<>();
        Optional<Position> next = Optional.empty();
        do {
            Slice<Decision> page = page(ticket, next, 2);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            paged.addAll(page.items());
            next = page.next();
        } while (next.isPresent());

        assertThat(paged).isEqualTo(page(ticket, Optional.empty(), 100).items());
        assertThat(paged).extracting(Decision::id).doesNotHaveDuplicates();
        assertThat(paged)
                .filteredOn(decision -> decision.outcome() == Outcome.NOT_MATCHED)
                .hasSizeGreaterThanOrEqualTo(5);
    }

    private String refusal(@Nullable String condition, String effects) {
        String asked = condition == null ? condition(subject).toString() : condition;
        return catchThrowableOfType(InvalidInput.class, () -> create(asked, effects))
                .errors()
                .get(0)
                .pointer();
    }

    private RoutingRule create(String effects) {
        return create(condition(subject).toString(), effects);
    }

    private RoutingRule create(String condition, String effects) {
        RoutingRule rule =
                admin.create(new Draft("Rule " + UUID.randomUUID(), null, null, json(condition), json(effects)));
        made.add(rule.id());
        return rule;
    }

    private Ticket open() {
        Ticket ticket = company.ticket(null, subject);
        inNewTransaction(() -> {
            beans.get(TicketRepository.class).add(ticket);
            beans.get(DecisionRepository.class).add(apply(node(), ticket));
            return true;
        });
        return ticket;
    }

    private List<Decision> apply(Beans node, Ticket ticket) {
        var facts = new TicketFacts(
                ticket,
                () -> {
                    throw new AssertionError("nobody asks for the requester");
                },
                "Help!",
                null,
                MONDAY_NINE);
        return node.get(OpeningRules.class).apply(facts, ticket, MONDAY_NINE);
    }

    /** A node that has just started, and so knows the rules as they are now. */
    private static Beans node() {
        return new Beans()
                .with(Clock.fixed(MONDAY_NINE, ZoneOffset.UTC))
                .with(FieldRegistry.class, new FieldRegistry(List.of(new TicketFields(), new EventFields())));
    }

    private List<Decision> decisions(Ticket ticket, RoutingRule rule) {
        return page(ticket, Optional.empty(), 100).items().stream()
                .filter(decision ->
                        rule.id().toString().equals(decision.subject().id()))
                .toList();
    }

    private Slice<Decision> page(Ticket ticket, Optional<Position> after, int limit) {
        return inNewTransaction(() -> beans.get(RoutingDecisions.class).of(ticket.id(), after, limit));
    }

    private static JsonObject condition(String subject) {
        return json("{'all':[{'field':'ticket.subject','operator':'is','value':'%s'}]}".formatted(subject));
    }

    private static JsonObject json(String json) {
        return StoredJson.readObject(json.replace('\'', '"'));
    }
}
