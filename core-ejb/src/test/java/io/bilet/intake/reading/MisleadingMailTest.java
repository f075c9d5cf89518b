package io.bilet.intake.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.ticket.NewAttachment;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C21, C26: mails that pretend, about their charset, their files or their sender. */
class MisleadingMailTest {

    private static final String FROM = "From: eve@example.org\r\nSubject: hello\r\n";

    @ParameterizedTest
    @CsvSource({
        "utf-8, latin, Ünal café",
        "us-ascii, utf, Ünal café",
        "x-evil, utf, Ünal café",
        "'', latin, Ünal café",
        "iso-8859-1, utf, Ã\u009Cnal cafÃ©",
        "../../etc/passwd, utf, Ünal café",
        "utf-8\"; x=\", utf, Ünal café",
        "iso-8859-9, latin, Ünal café",
    })
    void a_charset_that_is_a_lie_costs_no_letters(String charset, String bytes, String text) throws UnreadableMail {
        byte[] body = "Ünal café".getBytes(bytes.equals("latin") ? ISO_8859_1 : UTF_8);

        IncomingMail mail =
                Mails.read(joined(FROM + "Content-Type: text/plain; charset=\"" + charset + "\"\r\n\r\n", body));

        // ISO 8859-1 has a letter for every byte, so that lie cannot be told; Windows-1252 is what it means in mail.
        assertThat(mail.text().whole()).isEqualTo(charset.equals("iso-8859-1") ? "Ãœnal cafÃ©" : text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utf-16",
                "utf-32",
                "utf-7",
                "iso-2022-jp",
                "iso-2022-kr",
                "hz-gb-2312",
                "gb18030",
                "big5",
                "ibm037"
            })
    void bytes_that_are_nothing_in_their_charset_are_read_as_something(String charset) throws UnreadableMail {
        byte[] noise = new byte[4_001];
        new Random(4711).nextBytes(noise);

        IncomingMail mail =
                Mails.read(joined(FROM + "Content-Type: text/plain; charset=" + charset + "\r\n\r\n", noise));

        assertThat(mail.text().whole()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "../../../etc/passwd, passwd",
        "..\\..\\windows\\system32\\cmd.exe, cmd.exe",
        "/etc/shadow, shadow",
        "C:\\boot.ini, boot.ini",
        ".htaccess, htaccess",
        "=?utf-8?B?4oCLLmh0YWNjZXNz?=, htaccess",
        "=?utf-8?Q?invoice=E2=80=AEfdp.exe?=, invoicefdp.exe",
        "=?utf-8?Q?a=0D=0ABcc:_eve.txt?=, aBcc_ eve.txt",
        "a.pdf. . ., a.pdf",
        "nul.txt, _nul.txt",
        "CON, _CON",
        "....//....//x.txt, x.txt",
        "=?utf-8?Q?a=00.pdf?=, a.pdf",
    })
    void the_name_of_a_file_leads_nowhere(String given, String kept) throws UnreadableMail {
        IncomingMail mail = Mails.read(Mails.withFile("application/pdf", given, "x".getBytes(US_ASCII)));

        assertThat(mail.files()).extracting(NewAttachment::fileName).containsExactly(kept);
    }

    @Test
    void a_name_of_five_thousand_letters_is_cut_before_its_extension() throws UnreadableMail {
        IncomingMail mail = Mails.read(Mails.withFile("application/pdf", "a".repeat(5_000) + ".pdf", new byte[] {1}));

        assertThat(mail.files().get(0).fileName()).hasSize(150).endsWith("a.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "'From: eve@example.org\nFrom: mira@bilet.test\n\nhi', SEVERAL_SENDERS",
        "'From : eve@example.org\nFrom: mira@bilet.test\n\nhi', SEVERAL_SENDERS",
        "'FROM: eve@example.org\nfrom:\n mira@bilet.test\n\nhi', SEVERAL_SENDERS",
    })
    void a_mail_of_two_people_is_nobodys(String mail, Unreadable reason) {
        assertThatThrownBy(() -> Mails.read(mail))
                .isInstanceOfSatisfying(UnreadableMail.class, unreadable -> assertThat(unreadable.reason())
                        .isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "\"mira@bilet.test\" <eve@example.org>, eve@example.org",
        "mira@bilet.test <eve@example.org>, eve@example.org",
        "<eve@example.org> (mira@bilet.test), eve@example.org",
        "=?utf-8?Q?mira=40bilet.test?= <eve@example.org>, eve@example.org",
        "=?utf-8?Q?mira=40bilet.test=3E?=@example.org,",
        "mira@bilet.test@example.org,",
        "'\"mira@bilet.test\"@example.org',",
    })
    void a_sender_is_the_address_and_never_what_stands_beside_it(String from, String address) throws UnreadableMail {
        IncomingMail mail = Mails.read("From: " + from.replace("\n", "\r\n ") + "\nSubject: x\n\nhi");

        MailAddress found = mail.header().from();
        assertThat(found == null ? null : found.address()).isEqualTo(address);
    }

    @Test
    void line_ends_of_any_kind_do_not_make_two_mails_of_one() throws UnreadableMail {
        String smuggled = FROM + "\r\nfirst\n.\nMAIL FROM:<x@example.org>\r.\rFrom: mira@bilet.test\n\nsecond";

        IncomingMail mail = Mails.read(smuggled.getBytes(US_ASCII));

        assertThat(mail.header().from().address()).isEqualTo("eve@example.org");
        assertThat(mail.text().whole()).contains("first", "second");
    }

    private static byte[] joined(String header, byte[] body) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        List.of(header.getBytes(US_ASCII), body).forEach(raw::writeBytes);
        return raw.toByteArray();
    }
}
