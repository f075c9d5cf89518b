package io.bilet.intake.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.ticket.CommentText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P04, C23: mails that were built to hurt are read within their budget, or refused with a reason. */
class HostileMailTest {

    /** Work, not time: a busy machine makes nobody's mail slow. The budget of a mail is ten seconds. */
    private static final Duration SOON = Duration.ofSeconds(4);

    private static final ThreadMXBean WORK = ManagementFactory.getThreadMXBean();

    private static final String FROM = "From: eve@example.org\r\nSubject: hello\r\n";
    private static final String BREAKERS = "\r\n:;=\"?-\0 ";
    private static final int ROUNDS = 1_000;

    @ParameterizedTest
    @ValueSource(ints = {21, 500, 3_000})
    void parts_nested_too_deep_are_refused(int depth) {
        refused(Unreadable.TOO_DEEP, nested(depth, "multipart/mixed"));
    }

    @Test
    void parts_nested_as_deep_as_mail_really_is_are_read() throws UnreadableMail {
        assertThat(Mails.read(nested(20, "multipart/mixed").getBytes(US_ASCII))
                        .text()
                        .whole())
                .isEqualTo("deep");
    }

    @Test
    void mails_within_mails_are_files_and_are_not_entered() throws UnreadableMail {
        String inner = "Content-Type: message/rfc822\r\n\r\n".repeat(3_000) + "deep";

        IncomingMail mail = soon(FROM + "MIME-Version: 1.0\r\n" + inner);

        assertThat(mail.files()).hasSize(1);
    }

    @Test
    void a_flood_of_parts_is_refused() {
        String parts = "--b\r\n\r\nx\r\n".repeat(60_000);

        refused(Unreadable.TOO_MANY_PARTS, multipart(parts));
    }

    @Test
    void a_flood_of_header_fields_is_refused() {
        refused(Unreadable.HEADER_TOO_LARGE, FROM + "X-Flood: x\r\n".repeat(60_000) + "\r\nhello");
    }

    @Test
    void a_flood_of_header_fields_in_the_parts_is_refused() {
        String part = "--b\r\n" + "X-Flood: x\r\n".repeat(300) + "\r\nx\r\n";

        refused(Unreadable.HEADER_TOO_LARGE, multipart(part.repeat(10)));
    }

    @Test
    void one_header_field_without_end_is_refused() {
        refused(Unreadable.HEADER_TOO_LARGE, FROM + "X-Long: " + "x".repeat(300_000) + "\r\n\r\nhello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"; a*0*=x", "; a=\"", "; a=b"})
    void a_field_about_the_content_full_of_one_thing_is_left_out(String piece) throws UnreadableMail {
        IncomingMail mail = soon(FROM + "Content-Type: text/html" + piece.repeat(25_000) + "\r\n\r\n<b>hello</b>");

        assertThat(mail.text().whole()).isEqualTo("<b>hello</b>");
    }

    @Test
    void a_header_field_folded_without_end_is_refused() {
        refused(Unreadable.HEADER_TOO_LARGE, FROM + "X-Long: x\r\n" + " xxx\r\n".repeat(60_000) + "\r\nhello");
    }

    @ParameterizedTest
    @CsvSource({
        "Subject, =?utf-8?B?4oKs?= , 15_000",
        "Subject, =?utf-8?Q?, 25_000",
        "Subject, =?, 120_000",
        "To, 'eve@example.org, ', 15_000",
        "To, '\"', 60_000",
        "To, (, 60_000",
        "To, <, 60_000",
        "References, '<a@example.org> ', 15_000",
        "References, <, 60_000",
        "Received, 'from a by b; ', 15_000",
    })
    void a_header_field_full_of_one_thing_is_read_soon(String name, String piece, String times) throws UnreadableMail {
        String value = piece.repeat(Integer.parseInt(times.replace("_", "")));

        IncomingMail mail = soon("From: eve@example.org\r\n" + name + ": " + value + "\r\n\r\nhello");

        assertThat(mail.header().recipients().to()).hasSizeLessThanOrEqualTo(500);
        assertThat(mail.header().threading().references()).hasSizeLessThanOrEqualTo(100);
        assertThat(mail.header().subject()).hasSizeLessThanOrEqualTo(998);
    }

    @Test
    void a_line_without_end_is_kept_as_a_file_and_cut_in_the_text() throws UnreadableMail {
        Mails.MemorySink sink = new Mails.MemorySink();
        byte[] raw = (FROM + "\r\n" + "x".repeat(3_000_000)).getBytes(US_ASCII);

        IncomingMail mail = soon(raw, sink);

        assertThat(mail.text().whole()).hasSize(CommentText.LENGTH_MAX);
        assertThat(sink.kept.get(0)).hasSize(3_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", ">", "> \n", "\n", "On ", "wrote:\n", "-", "_", "Re: ", "<", "&", "\t", "From: a\n"})
    void a_text_full_of_one_thing_is_read_soon(String piece) throws UnreadableMail {
        String text = "Please help.\n" + piece.repeat(30_000) + "\nThanks";

        IncomingMail mail = soon(FROM + "\r\n" + text.replace("\n", "\r\n"));

        assertThat(mail.text().asComment().text()).startsWith("Please help.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<div>", "<b>", "<table><tr><td>", "<blockquote>", "<a href=x>", "<!--", "<x y='", "&#", "</p>"})
    void html_full_of_one_thing_is_read_soon(String piece) throws UnreadableMail {
        String html = "<p>Please help.</p>" + piece.repeat(10_000);

        IncomingMail mail = soon(FROM + "Content-Type: text/html\r\n\r\n" + html);

        assertThat(mail.text().whole()).startsWith("Please help.");
    }

    @Test
    void many_texts_are_cut_as_one() throws UnreadableMail {
        String part = "--b\r\nContent-Type: text/html\r\n\r\n" + "<b>x</b>".repeat(40_000) + "\r\n";

        IncomingMail mail = soon(multipart(part.repeat(30)));

        assertThat(mail.text().html()).hasSizeLessThan(2 * 1024 * 1024);
        assertThat(mail.files()).hasSize(30);
    }

    @Test
    void an_archive_is_kept_as_it_came_and_never_opened() throws UnreadableMail, IOException {
        byte[] bomb = zip(20_000_000);
        assertThat(bomb).hasSizeLessThan(100_000);
        Mails.MemorySink sink = new Mails.MemorySink();

        IncomingMail mail = soon(Mails.withFile("application/zip", "a.zip", bomb), sink);

        assertThat(mail.files().get(0).bytes()).isEqualTo(bomb.length);
        assertThat(sink.kept.get(0)).isEqualTo(bomb);
    }

    @Test
    void a_mail_whose_boundary_never_comes_keeps_its_text() throws UnreadableMail {
        IncomingMail mail = soon(multipart("Please help.\r\n"));

        assertThat(mail.text().whole()).isEqualTo("Please help.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "\0\0\0", "PK\u0003\u0004", "From ", ":", "\r\n\r\n\r\n"})
    void what_is_hardly_a_mail_is_read_as_one_without_a_sender(String raw) throws UnreadableMail {
        assertThat(Mails.read(raw.getBytes(ISO_8859_1)).header().from()).isNull();
    }

    /** A seeded walk through broken mails: whatever is wrong, the answer is a reading or a refusal, and it comes soon. */
    @Test
    void a_mail_with_any_bytes_changed_is_read_or_refused() {
        Random random = new Random(20261122);
        byte[] sound = multipart("--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nÜ help\r\n--b\r\n"
                        + "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=C3=9C</p>\r\n--b\r\n"
                        + "Content-Type: image/png; name*0*=utf-8''a%20; name*1=b.png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + "iVBORw0KGgo=\r\n--b--\r\n")
                .getBytes(UTF_8);

        for (int round = 0; round < ROUNDS; round++) {
            readOrRefused(mutated(sound, random), round);
        }
    }

    private static void readOrRefused(byte[] raw, int round) {
        try {
            IncomingMail mail = Mails.read(raw);
            assertThat(mail.text().whole()).doesNotContain("\0");
            mail.text().asComment();
        } catch (UnreadableMail refused) {
            assertThat(refused.reason()).isNotNull();
        } catch (RuntimeException e) {
            throw new AssertionError(
                    "Round " + round + ": " + Base64.getEncoder().encodeToString(raw), e);
        }
    }

    private static byte[] mutated(byte[] sound, Random random) {
        byte[] raw = sound.clone();
        int changes = 1 + random.nextInt(20);
        for (int i = 0; i < changes; i++) {
            raw[random.nextInt(raw.length)] = random.nextBoolean()
                    ? (byte) random.nextInt()
                    : (byte) BREAKERS.charAt(random.nextInt(BREAKERS.length()));
        }
        int from = random.nextInt(raw.length / 2);
        return random.nextInt(4) == 0 ? Arrays.copyOfRange(raw, from, from + raw.length / 2) : raw;
    }

    private static void refused(Unreadable reason, String raw) {
        assertThatThrownBy(() -> soon(raw))
                .isInstanceOfSatisfying(UnreadableMail.class, unreadable -> assertThat(unreadable.reason())
                        .isEqualTo(reason));
    }

    private static IncomingMail soon(String raw) throws UnreadableMail {
        return soon(raw.getBytes(UTF_8), new Mails.MemorySink());
    }

    private static IncomingMail soon(byte[] raw, FileSink sink) throws UnreadableMail {
        long before = WORK.getCurrentThreadCpuTime();
        try {
            IncomingMail mail = Mails.read(raw, sink);
            mail.text().asComment();
            return mail;
        } finally {
            assertThat(Duration.ofNanos(WORK.getCurrentThreadCpuTime() - before))
                    .as("work")
                    .isLessThan(SOON);
        }
    }

    private static String multipart(String parts) {
        return FROM + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + parts;
    }

    private static String nested(int depth, String type) {
        String begins = IntStream.range(0, depth)
                .mapToObj(i -> "Content-Type: %s; boundary=b%d\r\n\r\n--b%2$d\r\n".formatted(type, i))
                .collect(Collectors.joining());
        String ends = IntStream.iterate(depth - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(i -> "--b" + i + "--\r\n")
                .collect(Collectors.joining());
        return FROM + "MIME-Version: 1.0\r\n" + begins + "\r\ndeep\r\n" + ends;
    }

    private static byte[] zip(int zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../../bomb"));
            zip.write(new byte[zeros]);
        }
        return bytes.toByteArray();
    }
}
