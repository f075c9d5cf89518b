package io.bilet.platform.log;

import java.util.Optional;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The request a thread is working for, so that whatever is logged on the way can be found by the request's id. */
public final class LogContext {

    private static final String FIELD = "request_id";

    /** JBoss LogManager writes fields into each entry; other servers write the name of the thread. */
    private static final boolean ENTRIES_HAVE_FIELDS =
            System.getProperty("java.util.logging.manager", "").startsWith("org.jboss.logmanager");

    private static final ThreadLocal<@Nullable Request> CURRENT = new ThreadLocal<>();

    private LogContext() {}

    /** From here on the thread works for this request; the server's log names it with every entry. */
    public static void begin(String requestId, String path) {
        begin(new Request(requestId, path, Thread.currentThread().getName()));
    }

    /** From here on the thread does what a request, or a mail, has set in motion; null where nobody asked. */
    public static void resume(@Nullable String requestId) {
        if (requestId != null) {
            begin(requestId, "");
        }
    }

    private static void begin(Request request) {
        CURRENT.set(request);
        if (ENTRIES_HAVE_FIELDS) {
            MDC.put(FIELD, request.id());
        } else {
            Thread.currentThread().setName(request.threadName() + " " + request.id());
        }
    }

    public static void end() {
        request().filter(request -> !ENTRIES_HAVE_FIELDS).ifPresent(request -> Thread.currentThread()
                .setName(request.threadName()));
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
     * @param path as the client wrote it, without the query; empty for what is done later
     * @param threadName what the thread is called otherwise
     */
    public record Request(String id, String path, String threadName) {}
}
