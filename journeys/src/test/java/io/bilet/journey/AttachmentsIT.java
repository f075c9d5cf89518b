package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files: uploaded, named in a comment, and handed out bit for bit to those who see the comment. */
@Journey
class AttachmentsIT {

    private final DeskDriver admin = DeskDriver.asAdmin();

    @Test
    void a_file_is_handed_out_as_it_came_in() throws Exception {
        byte[] bytes = new byte[3_000_000];
        new Random(4711).nextBytes(bytes);

        JsonObject file = uploaded(admin, "fire.png", "image/png", bytes);

        assertThat(file.getJsonNumber("bytes").longValue()).isEqualTo(bytes.length);
        assertThat(file.getString("sha256"))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        var answer = admin.download("attachments/" + file.getString("id") + "/content", BodyHandlers.ofByteArray());
        assertThat(answer.body()).isEqualTo(bytes);
        assertThat(answer.headers().firstValue("Content-Length")).contains(String.valueOf(bytes.length));
    }

    @Test
    void no_browser_shows_a_file_inside_a_page() throws Exception {
        byte[] page = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        JsonObject file = uploaded(admin, "page.html", "text/html", page);

        var headers = admin.download("attachments/" + file.getString("id") + "/content", BodyHandlers.ofByteArray())
                .headers();

        assertThat(headers.firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(headers.firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment; filename=\"page.html\""));
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(value -> assertThat(value).contains("sandbox"));
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd,          passwd",
        "C:\\Windows\\a.dll,        a.dll",
        "\u200b.htaccess,           htaccess",
        "evil\u202egnp.exe,         evilgnp.exe",
        "'a\r\nX-Evil: 1.txt',      aX-Evil_ 1.txt",
        "nul.txt,                   _nul.txt",
        "'name. . ',                name",
    })
    void a_name_loses_what_could_do_harm(String given, String kept) {
        assertThat(uploaded(admin, given, "text/plain", new byte[] {1}).getString("file_name"))
                .isEqualTo(kept);
    }

    @Test
    void a_file_belongs_to_the_comment_that_names_it_and_to_no_other() {
        JsonObject file = uploaded(admin, "a.txt", "text/plain", new byte[] {1, 2, 3});
        JsonArray files = Json.createArrayBuilder().add(file.get("id")).build();
        JsonObject ticket = opened(files);

        JsonObject comment = admin.get("tickets/" + ticket.getString("id") + "/comments")
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(comment.getJsonArray("attachments").getJsonObject(0).getString("file_name"))
                .isEqualTo("a.txt");
        assertThat(admin.get("attachments/" + file.getString("id")).getString("ticket_id"))
                .isEqualTo(ticket.getString("id"));

        Answer again = admin.post("tickets/" + ticket.getString("id") + "/comments", note(files));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("\"/attachment_ids/0\"");
    }

    @Test
    void somebody_elses_upload_reads_as_absent() {
        JsonObject file = uploaded(admin, "secret.txt", "text/plain", new byte[] {1});
        DeskDriver mira = DeskDriver.asAgent("mira");

        assertThat(mira.tryGet("attachments/" + file.getString("id")).status()).isEqualTo(404);
        assertThat(mira.tryGet("attachments/" + file.getString("id") + "/content")
                        .status())
                .isEqualTo(404);
        Answer stolen = mira.post(
                "tickets",
                newTicket(Json.createArrayBuilder().add(file.get("id")).build()));
        assertThat(stolen.status()).isEqualTo(422);
        assertThat(stolen.body()).contains("unknown_reference");
    }

    @Test
    void a_file_of_an_internal_note_is_not_the_requesters() {
        DeskDriver requester = DeskDriver.asRequester();
        String me = requester.get("me").getJsonObject("user").getString("id");
        JsonObject open = uploaded(admin, "public.txt", "text/plain", new byte[] {1});
        JsonObject hidden = uploaded(admin, "internal.txt", "text/plain", new byte[] {2});
        JsonObject body = Json.createObjectBuilder(
                        newTicket(Json.createArrayBuilder().add(open.get("id")).build()))
                .add("requester", Json.createObjectBuilder().add("id", me))
                .build();
        String ticket = admin.post("tickets", body).json().getString("id");
        admin.post(
                "tickets/" + ticket + "/comments",
                note(Json.createArrayBuilder().add(hidden.get("id")).build()));

        assertThat(requester.tryGet("attachments/" + open.getString("id")).status())
                .isEqualTo(200);
        assertThat(requester.tryGet("attachments/" + hidden.getString("id")).status())
                .isEqualTo(404);
    }

    private static JsonObject uploaded(DeskDriver caller, String name, String mediaType, byte[] bytes) {
        String query = "?file_name=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&media_type="
                + URLEncoder.encode(mediaType, StandardCharsets.UTF_8);
        Answer answer = caller.send(
                caller.request("attachments" + query)
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(bytes)),
                "(bytes)");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private JsonObject opened(JsonArray files) {
        Answer answer = admin.post("tickets", newTicket(files));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static JsonObject newTicket(JsonArray files) {
        return Json.createObjectBuilder()
                .add("subject", "With a file")
                .add(
                        "comment",
                        Json.createObjectBuilder().add("text", "See there.").add("attachment_ids", files))
                .add("requester", Json.createObjectBuilder().add("email", "files@example.org"))
                .build();
    }

    private static JsonObject note(JsonArray files) {
        return Json.createObjectBuilder()
                .add("text", "And here.")
                .add("visibility", "internal")
                .add("attachment_ids", files)
                .build();
    }
}
