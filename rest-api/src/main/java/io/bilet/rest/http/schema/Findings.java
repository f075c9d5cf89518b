package io.bilet.rest.http.schema;

import io.bilet.platform.error.FieldError;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found wrong with one JSON text: places that cannot be understood at all, and places that can but break a
 * rule.
 */
public final class Findings {

    /** More would not help anybody repair a request, and a hostile one could ask for millions. */
    private static final int COUNT_MAX = 20;

    private static final int POINTER_LENGTH_MAX = 200;

    private final boolean nullClears;
    private final List<FieldError> malformed = new ArrayList<>();
    private final List<FieldError> invalid = new ArrayList<>();

    /**
     * Nothing found yet.
     *
     * @param nullClears whether the text is a merge patch, in which null is more than absence
     */
    public Findings(boolean nullClears) {
        this.nullClears = nullClears;
    }

    boolean nullClears() {
        return nullClears;
    }

    /** Whether there is no point in looking on. */
    boolean isFull() {
        return malformed.size() + invalid.size() >= COUNT_MAX;
    }

    /** Notes a place that cannot be understood. */
    public void malformed(String pointer, String code, String detail) {
        if (!isFull()) {
            malformed.add(error(pointer, code, detail));
        }
    }

    /** Notes a place that can be understood and breaks a rule. */
    public void invalid(String pointer, String code, String detail) {
        if (!isFull()) {
            invalid.add(error(pointer, code, detail));
        }
    }

    /** Unknown members, wrong types, unknown values, malformed ids. */
    public List<FieldError> malformed() {
        return List.copyOf(malformed);
    }

    /** Missing members, lengths, ranges, formats. */
    public List<FieldError> invalid() {
        return List.copyOf(invalid);
    }

    /** A name the client made up may be as long as the body; its beginning is enough to find it. */
    static FieldError error(String pointer, String code, String detail) {
        boolean fits = pointer.length() <= POINTER_LENGTH_MAX;
        return new FieldError(fits ? pointer : pointer.substring(0, POINTER_LENGTH_MAX) + "…", code, detail);
    }
}
