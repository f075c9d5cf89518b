package io.bilet.rest.http;

import io.bilet.platform.database.DatabaseAway;
import io.bilet.platform.database.Retry;
import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.Problem;
import io.bilet.platform.log.FailureTrace;
import io.bilet.platform.log.LogContext;
import io.bilet.rest.http.edge.Problems;
import io.bilet.rest.http.edge.Refusal;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Tells a client what was refused, or that it was us. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

    private static final int ERRORS_FROM = 400;
    private static final int OUR_ERRORS_FROM = 500;

    /** While the database is away every caller hears of it; the log need not, each time. */
    private static final long AWAY_LOGGED_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

    private final AtomicLong awayLoggedAt = new AtomicLong(System.nanoTime() - AWAY_LOGGED_EVERY_NANOS);

    @Override
    public Response toResponse(Throwable failure) {
        Optional<BiletException> refusal = find(BiletException.class, failure);
        if (refusal.isPresent()) {
            return Problems.response(refusal.get());
        }
        Optional<WebApplicationException> web = find(WebApplicationException.class, failure);
        if (web.isPresent() && web.get().getResponse().getStatus() < OUR_ERRORS_FROM) {
            return refusedByServer(web.get().getResponse());
        }
        if (DatabaseAway.isCauseOf(failure)) {
            log(isNews() ? Level.WARNING : Level.DEBUG, failure);
            return Problems.response(Problem.UNAVAILABLE, Refusal.DATABASE_AWAY.detail());
        }
        if (Retry.isTryAgain(failure)) {
            log(Level.INFO, failure);
            return Problems.response(Problem.CONFLICT, "Others were changing the same thing; try again.");
        }
        log(Level.ERROR, failure);
        return Problems.response(Problem.INTERNAL_ERROR, "Something went wrong on our side; it was logged.");
    }

    private boolean isNews() {
        long now = System.nanoTime();
        long logged = awayLoggedAt.get();
        return now - logged >= AWAY_LOGGED_EVERY_NANOS && awayLoggedAt.compareAndSet(logged, now);
    }

    /** What Jakarta REST itself answers: not found, not allowed, wrong media type. */
    private static Response refusedByServer(Response refused) {
        if (refused.getStatus() < ERRORS_FROM || refused.hasEntity()) {
            return refused;
        }
        Response problem =
                switch (refused.getStatus()) {
                    case 404 -> Problems.response(Problem.NOT_FOUND, "There is no such resource.");
                    case 405 ->
                        Problems.response(Problem.METHOD_NOT_ALLOWED, "The resource does not take this method.");
                    case 406 ->
                        Problems.response(Problem.NOT_ACCEPTABLE, "The resource does not come in this media type.");
                    case 415 ->
                        Problems.response(
                                Problem.UNSUPPORTED_MEDIA_TYPE, "The resource does not take this media type.");
                    default -> Problems.response(Problem.INVALID_PARAMETER, "The request cannot be understood.");
                };
        String allowed = refused.getHeaderString(HttpHeaders.ALLOW);
        return allowed == null
                ? problem
                : Response.fromResponse(problem)
                        .header(HttpHeaders.ALLOW, allowed)
                        .build();
    }

    private static <T extends Throwable> Optional<T> find(Class<T> type, Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    /** Texts of exceptions may hold what people wrote, so they are for the most talkative level only. */
    private static void log(Level level, Throwable failure) {
        String request = LogContext.request().map(LogContext.Request::id).orElse("?");
        LOG.log(level, () -> "Request %s failed: %s".formatted(request, FailureTrace.of(failure)));
        LOG.log(Level.DEBUG, () -> "Request " + request, failure);
    }
}
