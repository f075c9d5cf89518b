package io.bilet.intake.robot;

import io.bilet.intake.reading.IncomingMail;
import io.bilet.intake.reading.ReportPart;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report that somebody marked our mail as unwanted (RFC 5965).
 *
 * @param type such as {@code abuse}
 */
public record Complaint(String type) {

    private static final int TYPE_LENGTH_MAX = 40;

    /** The complaint that a mail makes; empty if it makes none. */
    public static Optional<Complaint> read(IncomingMail mail) {
        for (ReportPart part : mail.reports()) {
            if (part.mediaType().equals("message/feedback-report")) {
                List<Map<String, String>> blocks = DeliveryReport.blocks(part.text());
                String type = blocks.isEmpty() ? "" : blocks.get(0).getOrDefault("feedback-type", "");
                return Optional.of(new Complaint(type.substring(0, Math.min(type.length(), TYPE_LENGTH_MAX))));
            }
        }
        return Optional.empty();
    }
}
