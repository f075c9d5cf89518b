package io.bilet.intake.robot;

import io.bilet.intake.reading.IncomingMail;
import io.bilet.intake.reading.ReportPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads delivery failures: by the standard where the server keeps it, by the words where it does not. */
public final class BounceReader {

    private static final Pattern ORIGINAL_ID =
            Pattern.compile("(?im)^\\s{0,4}(?:x-)?message-id:\\s*(<[^<>\\s]{3,900}>)");

    private static final Pattern FINAL_RECIPIENT = Pattern.compile("(?im)^final-recipient:");
    private static final Pattern QUOTE_MARKS = Pattern.compile("(?m)^(?:> ?)+");

    private final IncomingMail mail;

    private BounceReader(IncomingMail mail) {
        this.mail = mail;
    }

    /** The failure that a mail reports; empty if it reports none. */
    public static Optional<Bounce> read(IncomingMail mail) {
        return new BounceReader(mail).read();
    }

    private Optional<Bounce> read() {
        List<FailedRecipient> reported = reported();
        if (!reported.isEmpty()) {
            return Optional.of(new Bounce(reported, originalMessageId()));
        }
        if (!MailerSigns.areOn(mail)) {
            return Optional.empty();
        }
        return Optional.of(new Bounce(BounceText.read(mail), originalMessageId()));
    }

    private List<FailedRecipient> reported() {
        List<FailedRecipient> found = new ArrayList<>();
        reports().forEach(report -> DeliveryReport.blocks(report)
                .forEach(block -> recipient(block).ifPresent(found::add)));
        return found;
    }

    /** Some servers wrap the report in another mail, or write it into the text. */
    private List<String> reports() {
        List<String> standard = mail.reports().stream()
                .filter(part -> part.mediaType().contains("delivery-status"))
                .map(ReportPart::text)
                .toList();
        if (!standard.isEmpty()) {
            return standard;
        }
        List<String> wrapped = new ArrayList<>();
        mail.reports().forEach(part -> wrapped.add(part.text()));
        wrapped.add(QUOTE_MARKS.matcher(mail.text().whole()).replaceAll(""));
        return wrapped.stream()
                .filter(text -> FINAL_RECIPIENT.matcher(text).find())
                .toList();
    }

    private Optional<FailedRecipient> recipient(Map<String, String> block) {
        Optional<String> address = DeliveryReport.address(block, "original-recipient")
                .or(() -> DeliveryReport.address(block, "final-recipient"));
        return address.map(named -> failed(named, block));
    }

    private FailedRecipient failed(String address, Map<String, String> block) {
        String diagnostic = DeliveryReport.said(block, "diagnostic-code");
        String told = BounceText.told(mail);
        Optional<String> section = diagnostic.isBlank() ? section(address, told) : Optional.of(diagnostic);
        SmtpReply reply = section.map(SmtpReply::in).orElse(SmtpReply.NONE);
        SmtpReply field = SmtpReply.in(block.getOrDefault("status", ""));
        String status = reply.status() != null ? reply.status() : field.status();
        String words = section.orElse(told);
        boolean failed =
                !block.getOrDefault("action", "failed").toLowerCase(Locale.ROOT).startsWith("delay")
                        && (status == null || !status.startsWith("2"));
        boolean dataStage = told.contains(">>> DATA");
        BounceReason reason = BounceReason.of(dataStage ? words + " >>> DATA" : words, status);
        return new FailedRecipient(address, status, reply.code(), failed && reason.isHard());
    }

    private static Optional<String> section(String address, String told) {
        return Optional.ofNullable(BounceText.sections(told).get(address.toLowerCase(Locale.ROOT)))
                .map(StringBuilder::toString);
    }

    private @Nullable String originalMessageId() {
        for (ReportPart part : mail.reports()) {
            Matcher id = ORIGINAL_ID.matcher(part.text());
            if (!part.mediaType().contains("status") && id.find()) {
                return id.group(1);
            }
        }
        Matcher inline = ORIGINAL_ID.matcher(mail.text().whole());
        return inline.find()
                ? inline.group(1)
                : mail.header().threading().references().stream().findFirst().orElse(null);
    }
}
