package io.bilet.response;

import io.bilet.mail.HeaderValue;
import io.bilet.people.EmailAddress;
import io.bilet.ticket.NewAttachment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One mail, ready to be written.
 *
 * @param id of its row
 * @param subject on one line
 */
public record OutgoingMail(
        UUID id, Sender sender, EmailAddress to, HeaderValue subject, Body body, Threading threading) {

    /** Under which name and address it leaves, and where answers to it go. */
    public record Sender(EmailAddress address, HeaderValue name, Optional<String> replyTo) {}

    /** What it says; {@code html} shows the same as {@code text}. */
    public record Body(String text, String html, List<NewAttachment> files) {}

    /**
     * How it is recognised and where it belongs.
     *
     * @param messageId the same at every attempt
     * @param references earlier mails of the conversation, oldest first
     * @param loopMark by which we know it when it comes back
     * @param automatic whether a rule wrote it, so that other robots do not answer it
     */
    public record Threading(
            String messageId, List<String> references, String loopMark, Instant writtenAt, boolean automatic) {

        Threading under(String known) {
            return new Threading(known, references, loopMark, writtenAt, automatic);
        }
    }

    OutgoingMail as(OutgoingMailRepository.Row row) {
        return new OutgoingMail(row.id(), sender, to, subject, body, threading.under(row.messageId()));
    }
}
