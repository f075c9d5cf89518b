package io.bilet.platform.error;

import java.util.List;

/** A parameter of the address or a header that cannot be understood; says which. */
public class InvalidParameter extends BiletException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public InvalidParameter(List<FieldError> errors) {
        super(Problem.INVALID_PARAMETER, errors.get(0).detail());
        this.errors = List.copyOf(errors);
    }

    public InvalidParameter(String name, String code, String detail) {
        this(List.of(new FieldError(name, code, detail)));
    }

    @Override
    public List<FieldError> errors() {
        return errors;
    }
}
