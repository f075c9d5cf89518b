package io.bilet.journey.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.journey.Answer;
import io.bilet.journey.DeskDriver;
import io.bilet.journey.Journey;
import io.bilet.journey.Suite;
import io.bilet.people.Role;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** C04: what one brand's programs may see is not another's; a brand is the one that was written to. */
@Journey
class BrandsIT {

    private final DeskDriver admin = DeskDriver.asAdmin();
    private final String shop = brand();
    private final String other = brand();

    @Test
    void c04_a_program_confined_to_a_brand_sees_and_opens_tickets_of_that_brand_only() {
        DeskDriver program = confinedTo(shop);
        String theirs = opened(admin, other).json().getString("id");

        Answer ours = opened(program, shop);

        assertThat(ours.status()).as(ours.body()).isEqualTo(201);
        assertThat(ours.json().getString("brand_id")).isEqualTo(shop);
        assertThat(program.tryGet("tickets/" + ours.json().getString("id")).status())
                .isEqualTo(200);
        assertThat(program.tryGet("tickets/" + theirs).status()).isEqualTo(404);
        assertThat(program.get("tickets?limit=100").toString()).doesNotContain(theirs);
        for (String foreign : new String[] {other, null}) {
            Answer refused = opened(program, foreign);
            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
            assertThat(refused.body()).contains("\"/brand_id\"", "unknown_reference");
        }
    }

    @Test
    void a_mail_to_an_address_of_a_brand_is_a_ticket_of_that_brand() {
        String address = "shop-" + System.nanoTime() + "@bilet.test";
        Cast.created(admin.post(
                "support-addresses",
                Json.createObjectBuilder()
                        .add("address", address)
                        .add("brand_id", shop)
                        .build()));
        String mime =
                "From: buyer@example.org\r\nTo: %1$s\r\nSubject: Where is it?\r\nMessage-ID: <buy-%1$s>\r\n\r\nHello.\r\n"
                        .formatted(address);

        Answer mail = Cast.send(admin, "POST", "inbound-mails", "message/rfc822", mime, Map.of());

        assertThat(mail.json().getString("outcome")).as(mail.body()).isEqualTo("ticket_opened");
        assertThat(admin.get("tickets/" + mail.json().getString("ticket_id")).getString("brand_id"))
                .isEqualTo(shop);
    }

    @Test
    void c04_who_may_not_assign_names_no_group_and_a_requester_writes_no_notes() {
        JsonObject grouped = newTicket(null).add("group_id", Cast.group()).build();
        JsonObject noted = Json.createObjectBuilder()
                .add("subject", "Hidden from myself")
                .add("comment", Json.createObjectBuilder().add("text", "Psst.").add("visibility", "internal"))
                .build();

        assertThat(Cast.oneOf(Role.AGENT).driver().post("tickets", grouped).status())
                .isEqualTo(403);
        assertThat(Cast.oneOf(Role.REQUESTER).driver().post("tickets", noted).status())
                .isEqualTo(403);
    }

    private DeskDriver confinedTo(String brand) {
        JsonObject issued = Cast.issue(
                Cast.user(Role.SERVICE),
                List.of("tickets.*"),
                Json.createObjectBuilder()
                        .add("brand_ids", Json.createArrayBuilder().add(brand)));
        return DeskDriver.at(Suite.current().api(), issued.getString("secret"));
    }

    private static Answer opened(DeskDriver caller, String brand) {
        return caller.post("tickets", newTicket(brand).build());
    }

    private static JsonObjectBuilder newTicket(String brand) {
        JsonObjectBuilder ticket = Json.createObjectBuilder()
                .add("subject", "Where is it?")
                .add("comment", Json.createObjectBuilder().add("text", "Hello."))
                .add("requester", Json.createObjectBuilder().add("email", "buyer@example.org"));
        return brand == null ? ticket : ticket.add("brand_id", brand);
    }

    private String brand() {
        return Cast.created(admin.post(
                        "brands",
                        Json.createObjectBuilder()
                                .add("name", "Brand " + System.nanoTime())
                                .build()))
                .getString("id");
    }
}
