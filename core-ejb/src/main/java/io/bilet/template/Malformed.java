package io.bilet.template;

/** Why a template is refused, and on which line of it; the first is 1. */
final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int line;

    Malformed(String code, String reason, int line) {
        super(reason);
        this.code = code;
        this.line = line;
    }

    String code() {
        return code;
    }

    String told() {
        return "Line %d: %s".formatted(line, getMessage());
    }
}
