package io.bilet.rest.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigInteger;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Names a request in logs, answers and problems: the client's own name for it, or one we make. */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern CLIENTS = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int RANDOM_BYTES = 10;

    /** As many as the largest number of that size takes, so that answers that say the same are of the same length. */
    private static final int DIGITS = 16;

    private RequestId() {}

    /** The same for every call with the same request. */
    static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String given = request.getHeader(HEADER);
        String id = given != null && CLIENTS.matcher(given).matches() ? given : next();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    private static String next() {
        byte[] random = new byte[RANDOM_BYTES];
        ThreadLocalRandom.current().nextBytes(random);
        String digits = new BigInteger(1, random).toString(Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        return "req_" + "0".repeat(DIGITS - digits.length()) + digits;
    }
}
