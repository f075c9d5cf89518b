package io.bilet.rest.http.schema;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.Problem;
import java.util.List;

/** A body that cannot be understood; says where. */
public class MalformedBody extends BiletException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public MalformedBody(List<FieldError> errors) {
        super(Problem.MALFORMED_BODY, errors.get(0).detail());
        this.errors = List.copyOf(errors);
    }

    @Override
    public List<FieldError> errors() {
        return errors;
    }
}
