package io.bilet.rest.http;

import io.bilet.platform.error.InvalidParameter;
import jakarta.ws.rs.core.EntityTag;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions of resources as the {@code ETag} and {@code If-Match} headers carry them: {@code "7"}. */
public final class Etag {

    private static final Pattern STRONG = Pattern.compile("\"(0|[1-9][0-9]{0,8})\"");
    private static final Pattern OTHER = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e]*\"");

    /** The version of nothing, for tags that can match no row of ours. */
    private static final int NEVER = -1;

    private Etag() {}

    public static EntityTag of(int version) {
        return new EntityTag(Integer.toString(version));
    }

    /**
     * The version a change is based on, where it must be told; empty means any.
     *
     * @throws VersionRequired if the header is missing
     * @throws InvalidParameter if it is not one entity tag or {@code *}
     */
    public static Optional<Integer> required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new VersionRequired();
        }
        return optional(ifMatch);
    }

    /**
     * The version a change is based on, where it may be told; empty means any.
     *
     * @throws InvalidParameter if the header is there and not one entity tag or {@code *}
     */
    public static Optional<Integer> optional(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return Optional.empty();
        }
        Matcher version = STRONG.matcher(ifMatch);
        if (version.matches()) {
            return Optional.of(Integer.valueOf(version.group(1)));
        }
        if (OTHER.matcher(ifMatch).matches()) {
            return Optional.of(NEVER); // weak and foreign tags never match strongly (RFC 9110 §13.1.1)
        }
        throw new InvalidParameter("If-Match", "invalid_etag", "If-Match takes one entity tag such as \"7\", or *.");
    }
}
