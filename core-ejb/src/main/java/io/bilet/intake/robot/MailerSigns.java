package io.bilet.intake.robot;

import io.bilet.intake.reading.HeaderFields;
import io.bilet.intake.reading.IncomingMail;
import io.bilet.intake.reading.MailAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/** Signs that a mail server wrote a mail that says nothing about itself in a standard way. */
final class MailerSigns {

    private static final Pattern MAILER = Pattern.compile(
            "(?i)(?:mailer[-_]?daemon|postmaster|post_master|mail[-_]?delivery|maildaemon|mmdf|bounce[sd]?|majordomo-owner)");
    private static final Pattern SUBJECT = Pattern.compile(
            "(?i).*(?:undeliver|delivery (?:status|fail|report|notification|problem)|failure (?:notice|delivery)|returned (?:mail|message)"
                    + "|mail (?:delivery|could not|system error)|could not (?:be )?(?:deliver|send)|not delivered|message (?:status|delayed|could)|unable to deliver"
                    + "|non ?remis|unzustellbar|onbestelbaar|iletilemedi|nelivrat|недоставл|message you sent|mail fail(?:ure|ed)|error sending).*");

    private static final Pattern REFUSAL_LINE = Pattern.compile("(?m)^5\\d\\d[ -]");

    private MailerSigns() {}

    static boolean areOn(IncomingMail mail) {
        HeaderFields fields = mail.header().fields();
        if (fields.has("x-failed-recipients")) {
            return true;
        }
        MailAddress from = mail.header().from();
        boolean mailer = from == null || MAILER.matcher(from.localPart()).lookingAt() || isReport(fields);
        boolean nobody = fields.first("return-path")
                .filter(path -> path.strip().equals("<>"))
                .isPresent();
        boolean says = SUBJECT.matcher(mail.header().subject()).matches()
                || (mailer && REFUSAL_LINE.matcher(BounceText.told(mail)).find());
        return (mailer && (nobody || says)) || (nobody && says);
    }

    private static boolean isReport(HeaderFields fields) {
        return fields.first("content-type")
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> type.contains("multipart/report"))
                .isPresent();
    }
}
