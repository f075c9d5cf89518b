package io.bilet.view;

/** For whom a view is. */
public enum ViewScope {
    /** Whoever made it. */
    PERSONAL,
    /** The members of one group. */
    GROUP,
    /** Everybody who works on tickets. */
    SHARED
}
