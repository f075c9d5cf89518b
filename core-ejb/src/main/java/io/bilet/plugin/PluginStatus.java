package io.bilet.plugin;

/** How a plugin is, as administrators see it. */
public enum PluginStatus {
    /** It was found good and is being started. */
    STARTING,
    /** It is called when there is something to tell it. */
    ACTIVE,
    /** It failed or asked for patience, and is left alone for half a minute. */
    RESTING,
    /** It failed for more than ten minutes and is not called until it is started anew. */
    SUSPENDED,
    /** An administrator switched it off. */
    DISABLED,
    /** Something is not set without which it cannot work. */
    UNCONFIGURED,
    /** It could not be started. */
    FAILED,
    /** The jar is no plugin that this server can run; no class of it was loaded. */
    REFUSED,
    /** The server is going down, or another edition took its place. */
    STOPPED
}
