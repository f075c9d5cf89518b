package io.bilet.intake.reading;

/**
 * A part that talks about another mail: a delivery report, a complaint, or the mail itself or its header.
 *
 * @param mediaType lower case
 * @param text its content; cut after {@link #BYTES_MAX}
 */
public record ReportPart(String mediaType, String text) {

    /** More of a report than this is not looked at. */
    public static final int BYTES_MAX = 64 * 1024;
}
