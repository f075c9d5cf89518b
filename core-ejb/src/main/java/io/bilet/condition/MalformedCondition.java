package io.bilet.condition;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.Problem;
import java.util.List;

/**
 * A condition that is not written in the language: an unknown field, operator or member, or a value of a wrong type.
 */
public class MalformedCondition extends BiletException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    MalformedCondition(List<FieldError> errors) {
        super(Problem.MALFORMED_BODY, errors.get(0).detail());
        this.errors = List.copyOf(errors);
    }

    @Override
    public List<FieldError> errors() {
        return errors;
    }
}
