package io.bilet.platform.typed;

/** What a value of a key is. */
public enum ValueType {
    /** One line. */
    TEXT,
    NUMBER,
    BOOLEAN,
    /** A day of the calendar: {@code 2026-11-23}. */
    DATE,
    /** One of a list of words. */
    CHOICE,
    /** Some of a list of words. */
    MULTI_CHOICE
}
