package io.bilet.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.intake.robot.Bounce;
import io.bilet.intake.robot.FailedRecipient;
import io.bilet.intake.robot.Robots;
import io.bilet.intake.robot.Verdict;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.CommentText;
import io.bilet.ticket.NewAttachment;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mails as people's programs write them, each beside what a reader must find in it: {@code x.eml} and {@code
 * x.expected.json}. A mail that Bilet reads wrongly is best reported by adding it here.
 */
class MailCorpusTest {

    private static final Path CORPUS = corpus();

    static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".eml"))
                    .map(name -> name.replace(".eml", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void the_corpus_is_there() throws IOException {
        assertThat(names()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_mail_is_read_as_a_person_reads_it(String name) throws Exception {
        JsonObject expected = Fixtures.json(CORPUS.resolve(name + ".expected.json"));

        IncomingMail mail = Mails.read(Files.readAllBytes(CORPUS.resolve(name + ".eml")));

        assertThat(mail.header().subject()).isEqualTo(expected.getString("subject"));
        MailAddress from = Objects.requireNonNull(mail.header().from());
        assertThat(from.name()).isEqualTo(expected.getJsonObject("from").getString("name", null));
        assertThat(from.address()).isEqualTo(expected.getJsonObject("from").getString("address"));
        assertThat(mail.header().threading().references()).isEqualTo(texts(expected, "references"));
        checkText(mail.text(), expected);
        checkFiles(mail.files(), expected.getJsonArray("files"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_mail_is_told_to_be_a_persons_or_a_machines(String name) throws Exception {
        JsonObject expected = Fixtures.json(CORPUS.resolve(name + ".expected.json"));
        IncomingMail mail = Mails.read(Files.readAllBytes(CORPUS.resolve(name + ".eml")));

        Verdict verdict = new Robots("support@bilet.test"::equals, fields -> false).judge(mail, Optional.empty());

        assertThat(Wire.of(verdict.classification())).isEqualTo(expected.getString("kind"));
        Bounce bounce = verdict.bounce();
        assertThat(bounce == null ? null : bounce.originalMessageId()).isEqualTo(expected.getString("original", null));
        assertThat(
                        bounce == null
                                ? List.of()
                                : bounce.recipients().stream()
                                        .map(FailedRecipient::address)
                                        .toList())
                .isEqualTo(texts(expected, "failed"));
    }

    private static void checkText(MailText text, JsonObject expected) {
        CommentText said = text.asComment();
        if (!expected.isNull("written")) {
            assertThat(said.text().strip()).isEqualTo(expected.getString("written"));
        }
        assertThat(said.quotedText() != null).as("something is quoted").isEqualTo(expected.getBoolean("quotes"));
        texts(expected, "html_contains").forEach(part -> assertThat(said.html()).contains(part));
        texts(expected, "html_lacks").forEach(part -> assertThat(said.html()).doesNotContain(part));
    }

    private static void checkFiles(List<NewAttachment> files, JsonArray expected) {
        assertThat(files).hasSameSizeAs(expected);
        for (int i = 0; i < files.size(); i++) {
            JsonObject file = expected.getJsonObject(i);
            assertThat(files.get(i).fileName()).isEqualTo(file.getString("name"));
            assertThat(files.get(i).mediaType()).isEqualTo(file.getString("type"));
            assertThat(files.get(i).inline()).isEqualTo(file.getBoolean("inline"));
            if (!file.isNull("bytes")) {
                assertThat(files.get(i).bytes()).isEqualTo(file.getInt("bytes"));
            }
        }
    }

    private static List<String> texts(JsonObject object, String name) {
        JsonArray array = object.getJsonArray(name);
        return array == null
                ? List.of()
                : array.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList();
    }

    private static Path corpus() {
        try {
            return Path.of(URI.create(Objects.requireNonNull(MailCorpusTest.class.getResource("/mail"))
                    .toString()));
        } catch (IllegalArgumentException e) {
            throw new AssertionError(e);
        }
    }
}
