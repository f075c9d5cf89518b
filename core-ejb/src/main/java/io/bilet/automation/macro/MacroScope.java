package io.bilet.automation.macro;

/** For whom a macro is. */
public enum MacroScope {
    /** Whoever made it. */
    PERSONAL,
    /** The members of one group. */
    GROUP,
    /** Those who have one role. */
    ROLE,
    /** Everybody, on tickets of one brand. */
    BRAND,
    /** Everybody who answers. */
    SHARED
}
