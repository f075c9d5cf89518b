package io.bilet.platform.error;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Objects;

/**
 * A refusal the caller can understand and act on, as opposed to a bug.
 *
 * <p>Rolls the transaction back and crosses the EJB boundary unwrapped. The message is shown to API clients: it names
 * what was refused and why, in one English sentence, and never contains personal data, SQL or class names.
 */
@ApplicationException(rollback = true)
public abstract class BiletException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    protected BiletException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    /** What was refused and why; never absent. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage(), "message");
    }

    /** Which documented problem this is; decides the HTTP status and the {@code type} URI. */
    public Problem problem() {
        return problem;
    }

    /** The places in the body or the parameters that were refused; empty where the whole request was. */
    public List<FieldError> errors() {
        return List.of();
    }
}
