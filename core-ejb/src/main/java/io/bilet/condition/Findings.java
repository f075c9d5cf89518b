package io.bilet.condition;

import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a condition, collected while it is read so that its author sees everything at once. */
final class Findings {

    private final List<FieldError> malformed = new ArrayList<>();
    private final List<FieldError> refused = new ArrayList<>();

    /** It is not written in the language. */
    void malformed(String pointer, String code, String detail) {
        malformed.add(new FieldError(pointer, code, detail));
    }

    /** It is written in the language but breaks a rule or a bound. */
    void refused(String pointer, String code, String detail) {
        refused.add(new FieldError(pointer, code, detail));
    }

    boolean isEmpty() {
        return malformed.isEmpty() && refused.isEmpty();
    }

    void throwIfAny() {
        if (!malformed.isEmpty()) {
            throw new MalformedCondition(malformed);
        }
        if (!refused.isEmpty()) {
            throw new InvalidInput(refused);
        }
    }
}
