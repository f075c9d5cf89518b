package io.bilet.plugin;

/** A plugin did not do what it was called for; the message says why, for administrators. */
public class PluginFailed extends Exception {

    private static final long serialVersionUID = 1L;

    /** What it means to try again. */
    public enum Kind {
        /** The far end may be better later. */
        UNAVAILABLE,
        /** Nothing changes until somebody changes what is set. */
        REFUSED,
        /** The plugin broke its rules, or did not answer in time. */
        BROKEN
    }

    private final Kind kind;

    PluginFailed(Kind kind, String reason, Throwable cause) {
        super(reason, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
