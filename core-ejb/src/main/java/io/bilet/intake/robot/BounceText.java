package io.bilet.intake.robot;

import io.bilet.intake.reading.IncomingMail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a delivery failure that is told in words alone. */
final class BounceText {

    private static final int LENGTH_MAX = 16_384;
    private static final int RECIPIENTS_MAX = 50;

    private static final Pattern ORIGINAL_BELOW = Pattern.compile(
            "(?im)^[-\\s*=]*(?:(?:this|below this line) is a copy of|-{3,} ?(?:original|this is|unsent|returned|the (?:header|body)|forwarded)"
                    + "|original message (?:follows|headers)|(?:received|return-path): ).*$");
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>()\\[\\]:;,\"'=]{1,64}@[A-Za-z0-9][A-Za-z0-9.-]{1,250}[A-Za-z0-9]");
    private static final Pattern NAMED_FIRST = Pattern.compile(
            "^[\\s>*]{0,8}(?:[45]\\d\\d |to:? |rcpt to:|recipient:?|user )?\\s?[<\"]?(" + ADDRESS.pattern() + ")>?.*");

    private BounceText() {}

    static List<FailedRecipient> read(IncomingMail mail) {
        String told = told(mail);
        Map<String, StringBuilder> byRecipient = sections(told);
        named(mail).forEach(address -> byRecipient.computeIfAbsent(address, a -> new StringBuilder()));
        boolean one = byRecipient.size() <= 1;
        List<FailedRecipient> failed = new ArrayList<>();
        byRecipient.forEach((address, section) -> failed.add(failed(address, one ? told : section.toString(), told)));
        return failed.isEmpty() ? List.of() : failed;
    }

    /** The server's own words: what stands above the copy of the mail that failed. */
    static String told(IncomingMail mail) {
        String whole = mail.text().whole();
        String start = whole.substring(0, Math.min(whole.length(), LENGTH_MAX));
        Matcher original = ORIGINAL_BELOW.matcher(start);
        return original.find() ? start.substring(0, original.start()) : start;
    }

    private static List<String> named(IncomingMail mail) {
        List<String> addresses = new ArrayList<>();
        mail.header().fields().all("x-failed-recipients").forEach(value -> {
            Matcher address = ADDRESS.matcher(value);
            while (address.find() && addresses.size() < RECIPIENTS_MAX) {
                addresses.add(address.group().toLowerCase(Locale.ROOT));
            }
        });
        return addresses;
    }

    /** What is said about each recipient: from the line that begins with the address to the next such line. */
    static Map<String, StringBuilder> sections(String told) {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        StringBuilder open = new StringBuilder();
        for (String line : told.split("\n", -1)) {
            Matcher named = NAMED_FIRST.matcher(line.length() > 300 ? line.substring(0, 300) : line);
            if (named.matches() && sections.size() < RECIPIENTS_MAX) {
                open = sections.computeIfAbsent(named.group(1).toLowerCase(Locale.ROOT), a -> new StringBuilder());
            }
            open.append(line).append('\n');
        }
        if (sections.isEmpty()) {
            Matcher anywhere = ADDRESS.matcher(told);
            if (anywhere.find()) {
                sections.put(anywhere.group().toLowerCase(Locale.ROOT), new StringBuilder(told));
            }
        }
        return sections;
    }

    private static FailedRecipient failed(String address, String said, String told) {
        SmtpReply own = SmtpReply.in(said);
        SmtpReply reply = own.code() == null && own.status() == null ? SmtpReply.in(told) : own;
        BounceReason reason = BounceReason.of(said.isBlank() ? told : said, reply.status());
        return new FailedRecipient(address, reply.status(), reply.code(), reason.isHard());
    }
}
