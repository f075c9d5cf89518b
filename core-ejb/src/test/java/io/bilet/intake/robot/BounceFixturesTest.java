package io.bilet.intake.robot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.intake.reading.Fixtures;
import io.bilet.intake.reading.IncomingMail;
import io.bilet.intake.reading.Mails;
import io.bilet.intake.reading.UnreadableMail;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Published delivery failures with what they say. */
class BounceFixturesTest {

    private int recipients;
    private int hardRight;
    private int statusRight;
    private final List<String> wrong = new ArrayList<>();

    @Test
    void published_failures_are_understood_as_published() throws IOException, UnreadableMail {
        JsonObject cases = Fixtures.json(Fixtures.mail("bounce/expected.json")).getJsonObject("cases");

        for (String name : cases.keySet()) {
            IncomingMail mail = Mails.read(Files.readAllBytes(Fixtures.mail("bounce/" + name)));
            compare(
                    name,
                    cases.getJsonArray(name).getValuesAs(JsonObject.class),
                    BounceReader.read(mail).map(Bounce::recipients).orElse(List.of()));
        }

        System.out.printf(
                "bounce: %d recipients, hard or soft right %d, status right %d%n", recipients, hardRight, statusRight);
        assertThat(hardRight).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(recipients * 94 / 100);
        assertThat(statusRight).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(recipients * 98 / 100);
    }

    private void compare(String name, List<JsonObject> expected, List<FailedRecipient> found) {
        for (int i = 0; i < expected.size(); i++) {
            recipients++;
            JsonObject wanted = expected.get(i);
            FailedRecipient failed = i < found.size() ? found.get(i) : null;
            boolean hard = failed != null && failed.hard();
            String status = failed == null || failed.status() == null ? "" : failed.status();
            boolean hardOk = hard == wanted.getBoolean("hard");
            boolean statusOk = isSame(wanted.getString("status"), status);
            hardRight += hardOk ? 1 : 0;
            statusRight += statusOk ? 1 : 0;
            if (!hardOk || !statusOk) {
                wrong.add((hardOk ? "     " : "HARD ") + (statusOk ? "       " : "STATUS ") + name + " " + wanted + " "
                        + failed);
            }
        }
    }

    /** A status of the form x.0.9xx is the publisher's own, for reports that name none. */
    private static boolean isSame(String published, String found) {
        return published.matches("[45]\\.0\\.9\\d\\d")
                ? found.isEmpty() || found.startsWith(published.substring(0, 2))
                : published.equals(found);
    }
}
