package io.bilet.platform.telemetry;

import io.bilet.platform.log.LogContext;
import org.jspecify.annotations.Nullable;

/**
 * What set in motion what is done later, on whichever node: kept with the work, so that logs and traces tell the whole
 * way.
 *
 * @param requestId of the request, or of the mail; null where nobody asked, as with timers
 * @param trace as the header {@code traceparent} of W3C Trace Context carries it; null where nothing is traced
 */
public record Cause(@Nullable String requestId, @Nullable String trace) {

    /** Nobody asked, and nothing is traced. */
    public static final Cause NONE = new Cause(null, null);

    /** What the present thread is working for. */
    public static Cause present() {
        return new Cause(
                LogContext.request().map(LogContext.Request::id).orElse(null),
                Traces.present().orElse(null));
    }
}
