package io.bilet.intake.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.field.DateTimeField;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote to whom, about what, and in answer to what.
 *
 * @param from the one sender the mail claims; null if it names none
 * @param subject on one line; empty if there is none
 * @param sentAt what the sender's clock said
 */
public record MailHeader(
        HeaderFields fields,
        @Nullable MailAddress from,
        Recipients recipients,
        String subject,
        Threading threading,
        @Nullable Instant sentAt) {

    private static final int SUBJECT_LENGTH_MAX = 998;
    private static final int REFERENCES_MAX = 100;

    /** To whom it went, as far as it says. */
    public record Recipients(List<MailAddress> to, List<MailAddress> cc) {}

    /** The mail's own id, and those it answers, the nearest first; all with angle brackets. */
    public record Threading(@Nullable String messageId, List<String> references) {}

    static MailHeader of(HeaderFields fields) throws UnreadableMail {
        return new MailHeader(
                fields,
                sender(fields),
                new Recipients(Addresses.of(fields, "to"), Addresses.of(fields, "cc")),
                subject(fields),
                new Threading(messageId(fields), references(fields)),
                sentAt(fields));
    }

    /** Two senders in one mail are how one passes for the other: nobody is chosen then. */
    private static @Nullable MailAddress sender(HeaderFields fields) throws UnreadableMail {
        MailAddress chosen = null;
        for (String value : fields.all("from")) {
            Optional<MailAddress> first = Addresses.parse(value).stream().findFirst();
            if (chosen != null
                    && first.isPresent()
                    && !chosen.isSameAs(first.get().address())) {
                throw new UnreadableMail(Unreadable.SEVERAL_SENDERS, "The mail has From headers of different people.");
            }
            chosen = first.orElse(chosen);
        }
        return chosen;
    }

    private static String subject(HeaderFields fields) {
        String subject = fields.text("subject").orElse("");
        return subject.substring(0, Math.min(subject.length(), SUBJECT_LENGTH_MAX));
    }

    private static @Nullable String messageId(HeaderFields fields) {
        return fields.first("message-id")
                .flatMap(value -> MessageIdList.parse(value).stream().findFirst())
                .orElse(null);
    }

    private static List<String> references(HeaderFields fields) {
        Set<String> nearestFirst = new LinkedHashSet<>();
        fields.first("in-reply-to").map(MessageIdList::parse).ifPresent(nearestFirst::addAll);
        List<String> oldestFirst = new ArrayList<>(
                fields.first("references").map(MessageIdList::parse).orElse(List.of()));
        Collections.reverse(oldestFirst);
        nearestFirst.addAll(oldestFirst);
        return nearestFirst.stream().limit(REFERENCES_MAX).toList();
    }

    private static @Nullable Instant sentAt(HeaderFields fields) {
        return fields.first("date").map(MailHeader::date).map(Date::toInstant).orElse(null);
    }

    private static @Nullable Date date(String value) {
        RawField field = new RawField("Date", value);
        DateTimeField parsed = DateTimeFieldLenientImpl.PARSER.parse(field, DecodeMonitor.SILENT);
        return parsed.getDate();
    }
}
