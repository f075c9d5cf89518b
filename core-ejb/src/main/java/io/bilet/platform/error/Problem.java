package io.bilet.platform.error;

/** Everything that can go wrong for a client: the slug of the documented problem type and its HTTP status. */
public enum Problem {
    MALFORMED_BODY("malformed-body", 400),
    INVALID_PARAMETER("invalid-parameter", 400),
    MALFORMED_ID("malformed-id", 400),
    UNAUTHENTICATED("unauthenticated", 401),
    INVALID_TOKEN("invalid-token", 401),
    FORBIDDEN("forbidden", 403),
    NOT_FOUND("not-found", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", 405),
    NOT_ACCEPTABLE("not-acceptable", 406),
    CONFLICT("conflict", 409),
    TICKET_CLOSED("ticket-closed", 409),
    STATUS_MOVE_NOT_ALLOWED("status-move-not-allowed", 409),
    REQUEST_IN_PROGRESS("request-in-progress", 409),
    STALE_VERSION("stale-version", 412),
    BODY_TOO_LARGE("body-too-large", 413),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
    INVALID_INPUT("invalid-input", 422),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422),
    VERSION_REQUIRED("version-required", 428),
    TOO_MANY_REQUESTS("too-many-requests", 429),
    INTERNAL_ERROR("internal-error", 500),
    UNAVAILABLE("unavailable", 503);

    private final String slug;
    private final int status;

    Problem(String slug, int status) {
        this.slug = slug;
        this.status = status;
    }

    /** Last part of the problem's type URI, and the name of its page. */
    public String slug() {
        return slug;
    }

    public int status() {
        return status;
    }
}
