package io.bilet.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Published replies with what their writers wrote and what they quoted. */
class ReplyFixturesTest {

    @Test
    void published_replies_are_split_as_published() {
        List<JsonObject> cases = Fixtures.json(Fixtures.mail("reply/cases.json"))
                .getJsonArray("cases")
                .getValuesAs(JsonObject.class);
        List<String> wrong = new ArrayList<>();

        for (JsonObject one : cases) {
            String written = ReplyTrimmer.split(one.getString("email")).written();
            if (!written.strip().equals(one.getString("trimmed").strip())) {
                wrong.add(one.getString("id") + ":\n" + written.substring(0, Math.min(400, written.length())));
            }
        }

        System.out.printf("reply: %d of %d right%n", cases.size() - wrong.size(), cases.size());
        assertThat(wrong).as("cases read wrongly").hasSizeLessThanOrEqualTo(cases.size() / 10);
    }
}
