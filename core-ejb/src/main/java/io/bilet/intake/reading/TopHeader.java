package io.bilet.intake.reading;

import io.bilet.platform.blob.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/** A quick look at the header of a mail, without reading the mail. */
public final class TopHeader {

    private static final MimeConfig LENIENT = MimeConfig.custom()
            .setMaxHeaderCount(ReadingBudget.HEADERS_MAX)
            .setMaxHeaderLen(ReadingBudget.HEADER_BYTES_MAX)
            .setMaxLineLen(ReadingBudget.HEADER_BYTES_MAX)
            .build();

    private TopHeader() {}

    /** By what a mail is known again: its Message-ID, or its bytes where it has none or it cannot be read. */
    public static Sha256 messageKey(InputStream raw, Sha256 digest) throws IOException {
        return messageId(raw).map(TopHeader::key).orElse(digest);
    }

    /** By what a mail with this Message-ID is known again. */
    public static Sha256 key(String messageId) {
        return Sha256.of("message-id:" + messageId);
    }

    /**
     * The header alone, as far as it can be read.
     *
     * @throws UnreadableMail if it names several senders
     */
    public static MailHeader read(InputStream raw) throws IOException, UnreadableMail {
        return MailHeader.of(fields(raw));
    }

    private static Optional<String> messageId(InputStream raw) throws IOException {
        return fields(raw).first("message-id").flatMap(value -> MessageIdList.parse(value).stream()
                .findFirst());
    }

    private static HeaderFields fields(InputStream raw) throws IOException {
        MimeTokenStream tokens = new MimeTokenStream(LENIENT, DecodeMonitor.SILENT, new CautiousFields(), null);
        HeaderFields fields = new HeaderFields();
        try {
            tokens.parse(raw);
            EntityState state = tokens.getState();
            while (state != EntityState.T_END_HEADER && state != EntityState.T_END_OF_STREAM) {
                if (state == EntityState.T_FIELD) {
                    fields.add(tokens.getField());
                }
                state = tokens.next();
            }
        } catch (MimeException | MimeIOException e) {
            return fields; // what stood before the fault
        }
        return fields;
    }
}
