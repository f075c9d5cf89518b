package io.bilet.intake.reading;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.platform.blob.Sha256;
import io.bilet.platform.html.HtmlText;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Published messages with a full expected reading. */
class MimeFixturesTest {

    private int right;
    private int asked;
    private final List<String> wrong = new ArrayList<>();

    @Test
    void published_messages_are_read_as_published() throws IOException {
        List<Path> messages = Fixtures.messages("mime");
        int accepted = 0;

        for (Path message : messages) {
            try {
                Mails.MemorySink sink = new Mails.MemorySink();
                compare(message, Mails.read(Files.readAllBytes(message), sink), sink);
                accepted++;
            } catch (UnreadableMail e) {
                wrong.add(message.getFileName() + " unread: " + e.reason() + " " + e.getMessage());
            }
        }

        System.out.printf(
                "mime: %d of %d accepted, %d of %d readings right%n", accepted, messages.size(), right, asked);
        wrong.forEach(System.out::println);
        assertThat(accepted).as(wrong.toString()).isEqualTo(messages.size());
        assertThat(right).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(asked * 95 / 100);
    }

    private void compare(Path message, IncomingMail mail, Mails.MemorySink sink) {
        JsonObject expected = Fixtures.json(Path.of(message.toString().replaceFirst("eml$", "json")));
        String name = message.subpath(message.getNameCount() - 2, message.getNameCount())
                .toString();
        check(
                name + " subject",
                text(header(expected, "subject")),
                mail.header().subject());
        check(name + " from", address(header(expected, "from")), from(mail));
        check(name + " text", squeezed(bodyText(expected)), squeezed(mail.text().whole()));
        List<String> files = digests(expected);
        List<String> ours =
                sink.kept.stream().map(bytes -> Sha256.of(bytes).hex()).toList();
        long missing = files.stream().filter(digest -> !ours.contains(digest)).count();
        check(name + " files", "0 of " + files.size() + " missing", missing + " of " + files.size() + " missing");
        check(name + " file count", expected.getJsonArray("attachments").size(), ours.size());
    }

    private void check(String what, @Nullable Object expected, @Nullable Object found) {
        asked++;
        if (Objects.equals(expected, found)) {
            right++;
        } else {
            wrong.add(what + "\n   expected " + shown(expected) + "\n   found    " + shown(found));
        }
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() > 600 ? text.substring(0, 600) + "…" : text;
    }

    private static @Nullable String from(IncomingMail mail) {
        MailAddress from = mail.header().from();
        return from == null ? null : from.name() + " " + from.address();
    }

    private static @Nullable JsonObject header(JsonObject expected, String name) {
        return expected.getJsonArray("parts").getJsonObject(0).getJsonArray("headers").stream()
                .map(JsonValue::asJsonObject)
                .filter(header -> header.getString("name", "").equals(name))
                .filter(header -> header.get("value") instanceof JsonObject)
                .map(header -> header.getJsonObject("value"))
                .reduce((a, b) -> a)
                .orElse(null);
    }

    private static String text(@Nullable JsonObject value) {
        return value == null ? "" : value.getString("Text", "");
    }

    private static @Nullable String address(@Nullable JsonObject value) {
        if (value == null) {
            return null;
        }
        JsonObject addresses = value.getJsonObject("Address");
        JsonObject first = addresses.containsKey("List")
                ? addresses.getJsonArray("List").getJsonObject(0)
                : addresses
                        .getJsonArray("Group")
                        .getJsonObject(0)
                        .getJsonArray("addresses")
                        .getJsonObject(0);
        return nullable(first.get("name")) + " " + nullable(first.get("address"));
    }

    private static @Nullable String nullable(@Nullable JsonValue value) {
        return value instanceof JsonString text ? text.getString() : null;
    }

    private static String bodyText(JsonObject expected) {
        return expected.getJsonArray("text_body").getValuesAs(JsonNumber.class).stream()
                .map(index -> expected.getJsonArray("parts")
                        .getJsonObject(index.intValue())
                        .getJsonObject("body"))
                .map(body -> body.containsKey("Text")
                        ? body.getString("Text")
                        : body.containsKey("Html") ? HtmlText.of(body.getString("Html")) : "")
                .collect(joining("\n"));
    }

    private static List<String> digests(JsonObject expected) {
        List<String> digests = new ArrayList<>();
        for (JsonNumber index : expected.getJsonArray("attachments").getValuesAs(JsonNumber.class)) {
            JsonObject body = expected.getJsonArray("parts")
                    .getJsonObject(index.intValue())
                    .getJsonObject("body");
            JsonArray bytes =
                    body.containsKey("Binary") ? body.getJsonArray("Binary") : body.getJsonArray("InlineBinary");
            if (bytes != null) {
                byte[] content = new byte[bytes.size()];
                for (int i = 0; i < content.length; i++) {
                    content[i] = (byte) bytes.getInt(i);
                }
                digests.add(Sha256.of(content).hex());
            }
        }
        return digests;
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
