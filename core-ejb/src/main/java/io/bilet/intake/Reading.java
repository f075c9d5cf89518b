package io.bilet.intake;

import io.bilet.intake.reading.IncomingMail;
import io.bilet.intake.robot.Bounce;
import io.bilet.intake.robot.Verdict;
import io.bilet.ticket.CommentMail;
import io.bilet.ticket.CommentText;
import org.jspecify.annotations.Nullable;

/** A mail as it was read, with the judgement on who wrote it. */
public record Reading(IncomingMail mail, Verdict verdict) {

    private static final String NO_TEXT = "(no text)";
    private static final int SUBJECT_LENGTH_MAX = 255;

    Glimpse glimpse() {
        return new Glimpse(verdict.classification(), from(), subject(), bounceJson());
    }

    @Nullable
    String from() {
        return mail.header().from() == null ? null : mail.header().from().address();
    }

    /** On one line, 1 to 255 characters: a mail without a subject is called by its first words. */
    String subject() {
        String given = mail.header().subject();
        return given.isBlank() ? firstWords() : cut(given, SUBJECT_LENGTH_MAX);
    }

    private String firstWords() {
        String line = mail.text()
                .whole()
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElse("");
        return line.isEmpty() ? "(no subject)" : cut(line, 80);
    }

    static String cut(String text, int lengthMax) {
        if (text.length() <= lengthMax) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(lengthMax - 1));
        return text.substring(0, splits ? lengthMax - 1 : lengthMax);
    }

    /** What the person said; a mail may bring files alone. */
    CommentText said() {
        CommentText said = mail.text().asComment();
        return said.text().isBlank() ? new CommentText(NO_TEXT, said.quotedText(), said.html()) : said;
    }

    CommentMail commentMail() {
        return new CommentMail(mail.header().threading().messageId(), rule(), bounceJson());
    }

    /** What a delivery failure reports, as the API shows it; null if the mail is none. */
    @Nullable
    String bounceJson() {
        Bounce bounce = verdict.bounce();
        return bounce == null ? null : BounceJson.of(bounce).toString();
    }

    /** Why it counts as a machine's, for the record; null for a person's. */
    @Nullable
    String rule() {
        return verdict.rule();
    }
}
