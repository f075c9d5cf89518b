package io.bilet.intake.reading;

/** Why a mail was not read to its end. */
public enum Unreadable {
    /** Parts within parts beyond the limit. */
    TOO_DEEP,
    /** More parts than the limit. */
    TOO_MANY_PARTS,
    /** More header fields than the limit, or more bytes in them. */
    HEADER_TOO_LARGE,
    /** Reading took longer than the limit. */
    TOO_SLOW,
    /** Several From headers that name different people. */
    SEVERAL_SENDERS,
    /** The bytes are not a mail. */
    MALFORMED
}
