package io.bilet.sla.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.condition.Listing;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.json.StoredJson;
import io.bilet.sla.SlaDesk;
import io.bilet.sla.policy.SlaPolicyAdmin.Draft;
import io.bilet.testing.TestDatabase;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlaPolicyAdminIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final SlaPolicyAdmin admin = desk.bean(SlaPolicyAdmin.class);

    @Test
    void the_first_policy_that_applies_wins_and_a_change_waits_for_the_tickets_next_event() {
        String subject = "Fire " + UUID.randomUUID();
        SlaPolicy policy = admin.create(draft(subject, terms(subject, "PT1H")));
        TicketId ticket = new SlaDesk(MONDAY_NINE).opened(subject, TicketPriority.NORMAL);
        assertThat(due(ticket)).isEqualTo(MONDAY_NINE.plus(Duration.ofHours(1)));

        admin.update(policy.id(), Optional.of(policy.version()), to -> draft(to.name(), terms(subject, "PT2H")));
        assertThat(due(ticket)).isEqualTo(MONDAY_NINE.plus(Duration.ofHours(1)));

        new SlaDesk(MONDAY_NINE.plus(Duration.ofMinutes(10))).asked(ticket);
        assertThat(due(ticket)).isEqualTo(MONDAY_NINE.plus(Duration.ofHours(2)));

        admin.remove(policy.id(), Optional.empty());
        new SlaDesk(MONDAY_NINE.plus(Duration.ofMinutes(20))).asked(ticket);
        assertThat(due(ticket)).as("everything else").isEqualTo(MONDAY_NINE.plus(Duration.ofDays(2)));
        assertThat(desk.ledger(ticket))
                .filteredOn(row ->
                        row.event().clock().equals(desk.clocks(ticket).get(0).key()))
                .extracting(
                        row -> row.event().step() + " " + row.event().promise().target())
                .containsExactly("START PT1H", "APPLY PT2H", "APPLY PT48H");
    }

    @Test
    void a_policy_that_is_switched_off_applies_to_nobody() {
        String subject = "Fire " + UUID.randomUUID();
        admin.create(new Draft("P " + UUID.randomUUID(), 1, false, terms(subject, "PT1H")));

        TicketId ticket = new SlaDesk(MONDAY_NINE).opened(subject, TicketPriority.NORMAL);

        assertThat(due(ticket)).isEqualTo(MONDAY_NINE.plus(Duration.ofDays(2)));
    }

    @Test
    void new_policies_are_asked_before_the_one_that_ships_for_everything_else() {
        SlaPolicy one = admin.create(new Draft("P " + UUID.randomUUID(), null, false, terms("x", "PT1H")));
        SlaPolicy other = admin.create(new Draft("P " + UUID.randomUUID(), null, false, terms("x", "PT1H")));

        assertThat(other.listing().position())
                .isGreaterThan(one.listing().position())
                .isLessThan(Listing.POSITION_MAX);
    }

    @Test
    void two_policies_cannot_have_one_name() {
        SlaPolicy policy = admin.create(draft("P " + UUID.randomUUID(), terms("x", "PT1H")));

        assertThatThrownBy(() -> admin.create(draft(policy.listing().name(), terms("x", "PT1H"))))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_change_based_on_an_outdated_reading_is_refused() {
        SlaPolicy policy = admin.create(draft("P " + UUID.randomUUID(), terms("x", "PT1H")));

        assertThatThrownBy(() -> admin.update(policy.id(), Optional.of(policy.version() + 1), to -> to))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void every_version_is_kept() {
        SlaPolicy policy = admin.create(draft("P " + UUID.randomUUID(), terms("x", "PT1H")));
        admin.update(policy.id(), Optional.empty(), to -> draft(to.name(), terms("x", "PT2H")));
        admin.remove(policy.id(), Optional.empty());

        assertThat(TestDatabase.inNewTransaction(
                        () -> desk.bean(SlaPolicyRepository.class).versions(policy.id())))
                .containsExactly(0, 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"targets":[]}                                                                                     | /targets           | too_few
            {"targets":[{"metric":"first_reply_time","priority":"low","target":"PT0S"}]}                       | /targets/0/target  | out_of_range
            {"targets":[{"metric":"first_reply_time","priority":"low","target":"-PT5M"}]}                      | /targets/0/target  | out_of_range
            {"targets":[{"metric":"first_reply_time","priority":"low","target":"PT0.5S"}]}                     | /targets/0/target  | out_of_range
            {"targets":[{"metric":"first_reply_time","priority":"low","target":"P367D"}]}                      | /targets/0/target  | out_of_range
            {"targets":[{"metric":"first_reply_time","priority":"low","target":"4 hours"}]}                    | /targets/0/target  | not_a_duration
            {"targets":[{"metric":"first_reply_time","priority":"low","target":"P1M"}]}                        | /targets/0/target  | not_a_duration
            {"targets":[{"metric":"first_reply_time","priority":"low","target":"PT4H","time":"business"}]}     | /targets/0/time    | schedule_needed
            {"targets":[{"metric":"next_reply_time","priority":"low","target":"PT4H"},{"metric":"next_reply_time","priority":"low","target":"PT5H"}]} | /targets/1 | twice
            {"schedule_id":"sch_0198c0ffee0070008000000000000099"}                                             | /schedule_id       | unknown_reference
            {"pauses":{"next_reply_time":["pending","open"]}}                                                  | /pauses/next_reply_time/1 | not_a_rest
            {"pauses":{"periodic_update_time":["pending"]}}                                                    | /pauses/periodic_update_time/0 | not_a_rest
            {"pauses":{"agent_work_time":["on_hold"],"requester_wait_time":["pending","on_hold"]}}             | /pauses/requester_wait_time/1 | not_a_rest
            {"warnings":[{}]}                                                                                  | /warnings/0        | one_of
            {"warnings":[{"percent":50,"before":"PT1H"}]}                                                      | /warnings/0        | one_of
            {"warnings":[{"percent":50},{"percent":50}]}                                                       | /warnings/1        | twice
            {"warnings":[{"percent":1},{"percent":2},{"percent":3},{"percent":4},{"percent":5},{"percent":6}]} | /warnings          | too_many
            """)
    void what_breaks_a_rule_is_refused_where_it_stands(String changes, String pointer, String code) {
        var terms = StoredJson.object();
        terms("x", "PT1H").forEach(terms::add);
        StoredJson.readObject(changes).forEach(terms::add);

        assertThatThrownBy(() -> admin.create(draft("P " + UUID.randomUUID(), terms.build())))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer, FieldError::code)
                        .contains(org.assertj.core.groups.Tuple.tuple(pointer, code)));
    }

    private Instant due(TicketId ticket) {
        return desk.ticket(ticket).due().at().orElseThrow();
    }

    private static Draft draft(String name, JsonObject terms) {
        return new Draft(name, 1, true, terms);
    }

    private static JsonObject terms(String subject, String target) {
        return StoredJson.readObject("""
                {"condition": {"field": "ticket.subject", "operator": "is", "value": "%s"},
                 "targets": [{"metric": "first_reply_time", "priority": "normal", "target": "%s"}]}
                """.formatted(subject, target));
    }
}
