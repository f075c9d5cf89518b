package io.bilet.condition;

import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.MalformedInput;
import java.util.List;

/**
 * A condition that is not written in the language: an unknown field, operator or member, or a value of a wrong type.
 */
public class MalformedCondition extends MalformedInput {

    private static final long serialVersionUID = 1L;

    MalformedCondition(List<FieldError> errors) {
        super(errors);
    }
}
