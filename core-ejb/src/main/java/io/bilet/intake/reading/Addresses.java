package io.bilet.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads address headers. What is not clearly one address is left out: an encoded word, a blank or a second at sign
 * inside an address has been used to pass for somebody else, and is never decoded into one.
 */
public final class Addresses {

    private static final int ADDRESSES_MAX = 500;
    private static final int LENGTH_MAX = 254;

    /** As much as {@link #ADDRESSES_MAX} addresses with names take; the parser's time grows faster than the text. */
    private static final int VALUE_LENGTH_MAX = 32 * 1024;

    private static final Pattern LOCAL_PART = Pattern.compile("[^\\s@<>()\\[\\],;:\\\\\"\\p{Cc}\\p{Cf}]{1,64}");
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}._-]{0,252})");

    private Addresses() {}

    /** All addresses of the header {@code name}, groups dissolved, in order; empty if there are none. */
    static List<MailAddress> of(HeaderFields header, String name) {
        List<MailAddress> found = new ArrayList<>();
        for (String value : header.all(name)) {
            if (found.size() < ADDRESSES_MAX) {
                found.addAll(parse(value));
            }
        }
        return found.stream().limit(ADDRESSES_MAX).toList();
    }

    /** Reads one header value; of one that is longer than any mail needs, the beginning. */
    public static List<MailAddress> parse(String given) {
        String value = given.substring(0, Math.min(given.length(), VALUE_LENGTH_MAX));
        try {
            AddressList list = LenientAddressParser.DEFAULT.parseAddressList(value);
            List<MailAddress> found = new ArrayList<>();
            for (Mailbox mailbox : list.flatten()) {
                address(mailbox.getName(), mailbox.getAddress()).ifPresent(found::add);
            }
            return found.isEmpty() ? lastResort(value) : List.copyOf(found);
        } catch (RuntimeException e) {
            return lastResort(value);
        }
    }

    /**
     * Some programs write two addresses without a comma, or quote the wrong half: take what stands in angle brackets.
     */
    private static List<MailAddress> lastResort(String value) {
        int open = value.lastIndexOf('<');
        int close = value.indexOf('>', open + 1);
        String inner = open >= 0 && close > open ? value.substring(open + 1, close) : value;
        String name = open > 0 ? value.substring(0, open).replace("\"", "") : null;
        return address(name, inner).map(List::of).orElse(List.of());
    }

    private static Optional<MailAddress> address(@Nullable String name, @Nullable String address) {
        return address == null
                ? Optional.empty()
                : normalised(address).map(whole -> new MailAddress(readable(name), whole));
    }

    /** The address with its domain in lower case; empty if the text is not clearly one address. */
    public static Optional<String> normalised(String text) {
        String stripped = text.strip();
        int at = stripped.lastIndexOf('@');
        if (at < 1 || stripped.length() > LENGTH_MAX || stripped.contains("=?")) {
            return Optional.empty();
        }
        String local = stripped.substring(0, at);
        String domain = withoutFinalDot(stripped.substring(at + 1)).toLowerCase(Locale.ROOT);
        boolean sound =
                LOCAL_PART.matcher(local).matches() && DOMAIN.matcher(domain).matches() && !domain.contains("..");
        return sound ? Optional.of(local + "@" + domain) : Optional.empty();
    }

    private static String withoutFinalDot(String domain) {
        return domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    }

    private static @Nullable String readable(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String decoded = HeaderFields.onOneLine(EncodedWords.decode(name))
                .replace("\"", "")
                .strip();
        return decoded.isEmpty() ? null : decoded.substring(0, Math.min(decoded.length(), LENGTH_MAX));
    }
}
