package io.bilet.intake.reading;

import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.stream.DefaultFieldBuilder;
import org.apache.james.mime4j.stream.RawField;

/**
 * Header fields as the parser makes them, without those about the content that are longer than any program writes them:
 * the parser looks into these by itself, in a time that grows with the square of their length.
 */
final class CautiousFields extends DefaultFieldBuilder {

    private static final int CONTENT_FIELD_BYTES_MAX = 16 * 1024;

    CautiousFields() {
        super(ReadingBudget.HEADER_BYTES_MAX);
    }

    @Override
    public RawField build() throws MimeException {
        RawField field = super.build();
        boolean aboutContent =
                field != null && field.getName().toLowerCase(Locale.ROOT).startsWith("content-");
        // The parser leaves a field out that cannot be made.
        if (aboutContent && getRaw().length() > CONTENT_FIELD_BYTES_MAX) {
            throw new MaxHeaderLengthLimitException("A field about the content is too long");
        }
        return field;
    }
}
