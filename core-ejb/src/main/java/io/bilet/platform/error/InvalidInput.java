package io.bilet.platform.error;

import java.util.List;

/** A request that can be read but breaks a rule; says where. */
public class InvalidInput extends BiletException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public InvalidInput(List<FieldError> errors) {
        super(Problem.INVALID_INPUT, errors.get(0).detail());
        this.errors = List.copyOf(errors);
    }

    public InvalidInput(String pointer, String code, String detail) {
        this(List.of(new FieldError(pointer, code, detail)));
    }

    /** A body refers to something that is absent or hidden; both read the same, so that nothing can be probed. */
    public static InvalidInput unknownReference(String pointer) {
        return new InvalidInput(pointer, "unknown_reference", "Nothing with this id is known.");
    }

    @Override
    public List<FieldError> errors() {
        return errors;
    }
}
