package io.bilet.platform.error;

import java.util.List;

/** A part of a body that is not written in the language it should be in; says where. */
public class MalformedInput extends BiletException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public MalformedInput(List<FieldError> errors) {
        super(Problem.MALFORMED_BODY, errors.get(0).detail());
        this.errors = List.copyOf(errors);
    }

    public MalformedInput(String pointer, String code, String detail) {
        this(List.of(new FieldError(pointer, code, detail)));
    }

    @Override
    public List<FieldError> errors() {
        return errors;
    }
}
