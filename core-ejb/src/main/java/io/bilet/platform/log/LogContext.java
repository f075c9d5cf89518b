package io.bilet.platform.log;

import java.util.Optional;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The request a thread is working for, so that whatever is logged on the way can be found by the request's id. */
public final class LogContext {

    private static final String FIELD = "request_id";
    private static final ThreadLocal<@Nullable Request> CURRENT = new ThreadLocal<>();

    private LogContext() {}

    /** From here on the thread works for this request; the server's log names it with every entry. */
    public static void begin(String requestId, String path) {
        CURRENT.set(new Request(requestId, path));
        MDC.put(FIELD, requestId);
    }

    public static void end() {
        CURRENT.remove();
        MDC.remove(FIELD);
    }

    /** Empty on threads that work for no request, such as timers. */
    public static Optional<Request> request() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * A request.
     *
     * @param id given by the client or by us; 1 to 64 letters, digits, dots, hyphens and underscores
     * @param path as the client wrote it, without the query
     */
    public record Request(String id, String path) {}
}
