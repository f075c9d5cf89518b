package io.bilet.brand;

import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.Require;
import io.bilet.platform.text.Languages;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a brand; refuses what breaks a rule, naming the field.
 *
 * @param language BCP 47 tag of mail that nobody wrote by hand
 * @param signature put below agents' answers, up to 2,000 characters
 * @param showTicketNumber whether mail may show the ticket's number in its subject
 */
public record BrandProfile(
        String name,
        boolean isDefault,
        @Nullable String language,
        @Nullable String signature,
        boolean showTicketNumber) {

    private static final int NAME_LENGTH_MAX = 100;
    private static final int SIGNATURE_LENGTH_MAX = 2_000;

    public BrandProfile {
        Require.line(name, NAME_LENGTH_MAX, "/name");
        language = language == null ? null : Languages.canonical(language, "/language");
        if (signature != null && signature.length() > SIGNATURE_LENGTH_MAX) {
            throw new InvalidInput(
                    "/signature", "too_long", "At most %d characters are allowed.".formatted(SIGNATURE_LENGTH_MAX));
        }
    }
}
