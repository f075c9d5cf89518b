package io.bilet.rest.http.edge;

import io.bilet.platform.error.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Why a request goes no further, found before it reached {@link Edge}. */
public record Refusal(Problem problem, String detail) {

    public static final Refusal DATABASE_AWAY =
            new Refusal(Problem.UNAVAILABLE, "The database cannot be reached at the moment; try again.");

    public static final Refusal UNAUTHENTICATED =
            new Refusal(Problem.UNAUTHENTICATED, "Send a token as Authorization: Bearer.");

    private static final String ATTRIBUTE = Refusal.class.getName();

    void mark(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static Optional<Refusal> of(HttpServletRequest request) {
        return Optional.ofNullable((Refusal) request.getAttribute(ATTRIBUTE));
    }
}
