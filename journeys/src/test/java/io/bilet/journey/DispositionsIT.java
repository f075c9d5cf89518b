package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The ways in which an owner is done with a ticket for now. */
@Journey
class DispositionsIT {

    private static final Pattern NEXT_OPENING = Pattern.compile("the next opening is at (\\S+Z)");

    private final Desk desk = Desk.open();

    @Test
    void a_snoozed_ticket_comes_back_by_itself_and_an_answer_keeps_the_promise() {
        JsonObject ticket = desk.opens("Where is the part?");
        DeskDriver owner = desk.ownerOf(ticket);
        Instant opening = nextOpening(owner, ticket);
        Instant promised = opening.plus(Duration.ofMinutes(1));

        Answer snoozed = snooze(owner, ticket, Instant.now().plusSeconds(2), promised);

        assertThat(snoozed.status()).as(snoozed.body()).isEqualTo(200);
        assertThat(snoozed.json().getString("folder")).isEqualTo("snoozed");
        assertThat(Instant.parse(snoozed.json().getString("due_at"))).isEqualTo(promised);
        assertThat(snoozed.json().getJsonObject("snooze").getString("policy_due_at"))
                .as("the old deadline stays visible")
                .isEqualTo(ticket.getString("due_at"));
        assertThat(desk.folder(owner, "snoozed")).contains(ticket.getString("id"));
        assertThat(desk.folder(owner, "inbox")).doesNotContain(ticket.getString("id"));

        assertThat(desk.folderCount(owner, "snoozed").getInt("count")).isPositive();

        JsonObject back = desk.awaitFolder(ticket, "inbox");
        assertThat(desk.inboxRow(owner, ticket).getInt("follow_up_count")).isEqualTo(1);
        assertThat(desk.folderCount(owner, "inbox").getInt("follow_up_count")).isPositive();
        assertThat(back.getString("assignee_id")).isEqualTo(ticket.getString("assignee_id"));

        desk.answers(owner, ticket, "It arrived this morning.", "pending");
        assertThat(desk.events(ticket))
                .extracting(event -> event.getString("type"))
                .containsOnlyOnce("ticket.snoozed", "ticket.promise_kept")
                .doesNotContain("ticket.promise_broken");
    }

    @Test
    void a_reply_wakes_a_snoozed_ticket_and_a_note_does_not() {
        JsonObject ticket = desk.opens("Is there news?");
        DeskDriver owner = desk.ownerOf(ticket);
        Instant promised = nextOpening(owner, ticket).plus(Duration.ofMinutes(1));
        snooze(owner, ticket, promised.minusSeconds(30), promised);

        says(owner, ticket, "internal");
        assertThat(desk.current(ticket).getString("folder")).isEqualTo("snoozed");

        says(DeskDriver.asRequester(), ticket, "public");
        JsonObject awake = desk.current(ticket);
        assertThat(awake.getString("folder")).isEqualTo("inbox");
        assertThat(awake.getString("assignee_id")).isEqualTo(ticket.getString("assignee_id"));
        assertThat(Instant.parse(awake.getJsonObject("snooze").getString("response_due_at")))
                .as("what was promised stands")
                .isEqualTo(promised);
    }

    @Test
    void a_forwarded_ticket_has_another_owner_the_same_due_time_and_a_record_of_who_was_responsible() {
        JsonObject ticket = desk.opens("Is it the power supply?");
        DeskDriver owner = desk.ownerOf(ticket);
        String group = ticket.getString("group_id");
        JsonObject forward = Json.createObjectBuilder()
                .add("group_id", group)
                .add("reason", "I am in a meeting all day.")
                .build();
        String path = "tickets/" + ticket.getString("id") + "/handovers";

        Answer done = owner.post(path, forward);

        assertThat(done.status()).as(done.body()).isEqualTo(201);
        JsonObject after = desk.current(ticket);
        assertThat(after.getString("assignee_id", "nobody")).isNotEqualTo(ticket.getString("assignee_id"));
        assertThat(after.getString("group_id")).isEqualTo(group);
        assertThat(after.getString("due_at")).isEqualTo(ticket.getString("due_at"));
        assertThat(desk.handovers(ticket)).singleElement().satisfies(handover -> {
            assertThat(handover.getString("from_agent_id")).isEqualTo(ticket.getString("assignee_id"));
            assertThat(handover.getString("reason")).isEqualTo("I am in a meeting all day.");
            assertThat(handover.getString("due_at")).isEqualTo(ticket.getString("due_at"));
        });
        assertThat(desk.events(ticket))
                .extracting(event -> event.getString("type"))
                .containsOnlyOnce("ticket.handed_over");
    }

    @Test
    void an_archived_ticket_lies_in_its_folder_until_a_reply_brings_it_back_to_somebody() {
        JsonObject ticket = desk.opens("Thank you, that was all");
        DeskDriver owner = desk.ownerOf(ticket);
        String path = "tickets/" + ticket.getString("id");

        Answer archived = owner.put(path + "/archive", owner.tryGet(path).header("ETag"));

        assertThat(archived.status()).as(archived.body()).isEqualTo(200);
        assertThat(desk.folder(owner, "archive")).contains(ticket.getString("id"));
        assertThat(desk.folderCount(owner, "archive").getInt("count")).isPositive();

        says(DeskDriver.asRequester(), ticket, "public");
        JsonObject back = desk.current(ticket);
        assertThat(back.getString("folder")).isEqualTo("inbox");
        assertThat(back.getString("status")).isEqualTo("open");
        assertThat(back.getString("assignee_id", "nobody")).isNotEqualTo("nobody");
    }

    @Test
    void a_declined_ticket_goes_back_to_its_former_owner_with_the_reason_and_is_answered_once() {
        JsonObject ticket = desk.opens("Is it the toner?");
        DeskDriver owner = desk.ownerOf(ticket);
        DeskDriver colleague = desk.colleagueOf(ticket);
        String path = "tickets/" + ticket.getString("id") + "/handovers";
        JsonObject forward = Json.createObjectBuilder()
                .add("agent_id", desk.idOf(colleague))
                .add("reason", "You know this printer.")
                .build();
        Answer done = owner.post(path, forward);
        assertThat(done.status()).as(done.body()).isEqualTo(201);
        assertThat(done.json().getString("receipt")).isEqualTo("awaited");
        String receipt = path + "/" + done.json().getString("id") + "/receipt";
        assertThat(desk.inboxRow(colleague, ticket).getJsonObject("handover").getString("reason"))
                .isEqualTo("You know this printer.");
        assertThat(desk.folderCount(colleague, "inbox").getInt("awaiting_receipt_count"))
                .isPositive();

        Answer declined = colleague.put(receipt, answer("declined", "It is another printer."), "*");

        assertThat(declined.status()).as(declined.body()).isEqualTo(200);
        assertThat(declined.json().getString("answer_reason")).isEqualTo("It is another printer.");
        JsonObject back = desk.current(ticket);
        assertThat(back.getString("assignee_id")).isEqualTo(ticket.getString("assignee_id"));
        assertThat(back.getString("due_at")).as("no clock stops").isEqualTo(ticket.getString("due_at"));

        Answer again = DeskDriver.asAdmin().put(receipt, answer("accepted", null), "*");
        assertThat(again.status()).as(again.body()).isEqualTo(409);
        assertThat(again.json().getString("detail")).contains("declined already");
    }

    private static JsonObject answer(String answer, @Nullable String reason) {
        var json = Json.createObjectBuilder().add("answer", answer);
        return (reason == null ? json : json.add("reason", reason)).build();
    }

    /** Learnt as a frontend learns it: by promising something for a Sunday. */
    private static Instant nextOpening(DeskDriver owner, JsonObject ticket) {
        Instant sunday = LocalDate.now(ZoneOffset.UTC)
                .with(TemporalAdjusters.next(DayOfWeek.SUNDAY))
                .atTime(12, 0)
                .toInstant(ZoneOffset.UTC);

        Answer refused = snooze(owner, ticket, Instant.now().plusSeconds(60), sunday);

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        Matcher told = NEXT_OPENING.matcher(refused.json().getString("detail"));
        assertThat(told.find()).as(refused.body()).isTrue();
        return Instant.parse(told.group(1));
    }

    private static Answer snooze(DeskDriver owner, JsonObject ticket, Instant returnAt, Instant promised) {
        String path = "tickets/" + ticket.getString("id");
        JsonObject body = Json.createObjectBuilder()
                .add("return_at", returnAt.toString())
                .add("response_due_at", promised.toString())
                .add("reason", "The supplier answers on Monday.")
                .build();
        return owner.put(path + "/snooze", body, owner.tryGet(path).header("ETag"));
    }

    private static void says(DeskDriver who, JsonObject ticket, String visibility) {
        JsonObject comment = Json.createObjectBuilder()
                .add("text", "Any news?")
                .add("visibility", visibility)
                .build();
        Answer answer = who.post("tickets/" + ticket.getString("id") + "/comments", comment);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
