package io.bilet.intake.robot;

import io.bilet.intake.reading.HeaderFields;
import io.bilet.intake.reading.IncomingMail;
import io.bilet.intake.reading.MailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The table of headers by which machines give themselves away (RFC 3834 and what programs did before it).
 *
 * <p>Each rule has a name, which is stored with the mail, so that a wrong verdict can be understood.
 */
public final class AutomaticMail {

    private static final Pattern MACHINE_HEADER =
            Pattern.compile("x-auto-?reply(?:-from)?|x-auto-?respond(?:er)?|x-mail-autoreply"
                    + "|x-autorespond|autoresponder|x-vacation|x-fc-machinegenerated|x-apple-action|x-cron-env");
    private static final Pattern DAEMON = Pattern.compile("(?i)(?:mailer-daemon|mail-?daemon)");
    private static final Pattern SUBJECT =
            Pattern.compile("(?iu)^(?:automatic reply|auto(?:matic)?[- ]?reply|auto(?:matic)? response"
                    + "|out of (?:the )?office(?:[: ].*)?|automatische antwort|abwesenheitsnotiz|réponse automatique|respuesta automática"
                    + "|risposta automatica|resposta automática|automatisch antwoord|otomatik (?:yanıt|cevap)|ofis dışında"
                    + "|răspuns automat|autosvar|automatyczna odpowiedź|автоответ|自动回复|自動応答).{0,300}");

    private AutomaticMail() {}

    /**
     * By which rule a machine sent the mail; empty if none of them applies.
     *
     * @param returnPath envelope sender as the channel told; empty for the null sender
     */
    public static Optional<String> rule(IncomingMail mail, Optional<String> returnPath) {
        HeaderFields fields = mail.header().fields();
        if (submittedAutomatically(fields)) {
            return Optional.of("auto_submitted");
        }
        if (hasToken(fields, "precedence", List.of("bulk", "junk", "auto_reply"))) {
            return Optional.of("precedence");
        }
        if (hasToken(fields, "x-auto-response-suppress", List.of("all", "autoreply"))) {
            return Optional.of("auto_response_suppress");
        }
        for (String name : fields.names()) {
            if (MACHINE_HEADER.matcher(name).matches()) {
                return Optional.of("machine_header");
            }
        }
        return bySender(mail, returnPath);
    }

    private static Optional<String> bySender(IncomingMail mail, Optional<String> returnPath) {
        MailAddress from = mail.header().from();
        if (SUBJECT.matcher(mail.header().subject()).matches()) {
            return Optional.of("subject");
        }
        if (from != null && DAEMON.matcher(from.localPart()).matches()) {
            return Optional.of("mail_daemon");
        }
        Optional<String> path = returnPath.or(() -> mail.header().fields().first("return-path"));
        return path.filter(AutomaticMail::isNull).map(nobody -> "null_return_path");
    }

    /** RFC 3834 §5: anything but {@code no}. */
    private static boolean submittedAutomatically(HeaderFields fields) {
        return fields.first("auto-submitted")
                .map(value -> value.split("[;(\\s]", 2)[0].toLowerCase(Locale.ROOT))
                .filter(value -> !value.equals("no") && !value.isEmpty())
                .isPresent();
    }

    private static boolean hasToken(HeaderFields fields, String name, List<String> tokens) {
        return fields.all(name).stream()
                .flatMap(value -> List.of(value.toLowerCase(Locale.ROOT).split("[,\\s]+", 20)).stream())
                .anyMatch(tokens::contains);
    }

    private static boolean isNull(String returnPath) {
        return returnPath.replaceAll("[<>\\s]", "").isEmpty();
    }
}
