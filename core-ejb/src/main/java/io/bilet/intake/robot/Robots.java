package io.bilet.intake.robot;

import io.bilet.intake.reading.HeaderFields;
import io.bilet.intake.reading.IncomingMail;
import io.bilet.intake.reading.MailAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Judges whether a person wrote a mail. */
public final class Robots {

    private final Predicate<String> isOurAddress;
    private final Predicate<HeaderFields> isOurMail;

    /**
     * Knows what is ours.
     *
     * @param isOurAddress whether an address, lower case, is one of our support addresses
     * @param isOurMail whether a header carries our own signed loop mark; a forged mark proves nothing
     */
    public Robots(Predicate<String> isOurAddress, Predicate<HeaderFields> isOurMail) {
        this.isOurAddress = isOurAddress;
        this.isOurMail = isOurMail;
    }

    /**
     * What kind of mail it is.
     *
     * @param returnPath envelope sender as the channel told; an empty text for the null sender
     */
    public Verdict judge(IncomingMail mail, Optional<String> returnPath) {
        HeaderFields fields = mail.header().fields();
        if (isOurMail.test(fields)) {
            return Verdict.of(Classification.LOOP, "own_mail");
        }
        if (isFromUs(mail)) {
            return Verdict.of(Classification.LOOP, "own_address");
        }
        Optional<Complaint> complaint = Complaint.read(mail);
        if (complaint.isPresent()) {
            return Verdict.of(Classification.COMPLAINT, "feedback_report");
        }
        Optional<Bounce> bounce = BounceReader.read(mail);
        if (bounce.isPresent()) {
            return bounce.get().isFailure()
                    ? new Verdict(Classification.BOUNCE, "delivery_report", bounce.get())
                    : new Verdict(Classification.AUTOMATIC_REPLY, "delivery_notice", bounce.get());
        }
        return AutomaticMail.rule(mail, returnPath)
                .map(rule -> Verdict.of(Classification.AUTOMATIC_REPLY, rule))
                .or(() -> list(fields))
                .orElse(Verdict.of(Classification.MESSAGE, null));
    }

    private boolean isFromUs(IncomingMail mail) {
        MailAddress from = mail.header().from();
        return from != null && isOurAddress.test(from.address().toLowerCase(Locale.ROOT));
    }

    /** A support address may itself be a list that forwards to us; what comes over that is written to us. */
    private Optional<Verdict> list(HeaderFields fields) {
        boolean list = fields.has("list-id")
                || fields.has("list-unsubscribe")
                || fields.has("list-post")
                || fields.first("precedence").filter("list"::equalsIgnoreCase).isPresent();
        boolean ours = fields.first("list-post").or(() -> fields.first("list-id")).stream()
                .map(value -> value.toLowerCase(Locale.ROOT).replaceAll("^.*<|>.*$|mailto:|\\s", ""))
                .anyMatch(name -> isOurAddress.test(name) || isOurAddress.test(name.replaceFirst("\\.", "@")));
        return list && !ours ? Optional.of(Verdict.of(Classification.LIST, "list_header")) : Optional.empty();
    }
}
