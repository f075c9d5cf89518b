package io.bilet.plugin;

/** A plugin did not do what it was called for; the message says why, for administrators. */
public class PluginFailed extends Exception {

    private static final long serialVersionUID = 1L;

    PluginFailed(String reason) {
        super(reason);
    }

    PluginFailed(String reason, Throwable cause) {
        super(reason, cause);
    }
}
