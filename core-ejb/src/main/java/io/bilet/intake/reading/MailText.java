package io.bilet.intake.reading;

import io.bilet.platform.html.HtmlText;
import io.bilet.platform.html.SafeHtml;
import io.bilet.ticket.CommentText;
import io.bilet.ticket.NewAttachment;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of a mail.
 *
 * @param whole all of it as plain text with {@code \n} line ends, cut after {@link CommentText#LENGTH_MAX}
 * @param html the same as sanitised HTML; null if the mail has none
 */
public record MailText(String whole, @Nullable String html) {

    static MailText of(Bodies bodies, List<NewAttachment> files) {
        String plain = joined(bodies.text());
        boolean hasHtml = bodies.html().stream().anyMatch(Bodies.Piece::isHtml);
        String whole = plain.isBlank() && hasHtml ? joined(bodies.html()) : plain;
        return new MailText(cut(whole), hasHtml ? SafeHtml.of(asHtml(bodies.html()), pictures(files)) : null);
    }

    /** What the person wrote now and what they quoted, as a comment holds it. */
    public CommentText asComment() {
        ReplyTrimmer.Split split = ReplyTrimmer.split(whole);
        return new CommentText(split.written(), split.quoted(), html);
    }

    private static String joined(List<Bodies.Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.isHtml() ? HtmlText.of(piece.content()) : piece.content())
                .map(MailText::tidied)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private static String asHtml(List<Bodies.Piece> pieces) {
        return pieces.stream()
                .map(piece ->
                        piece.isHtml() ? piece.content() : "<p>" + SafeHtml.asHtml(tidied(piece.content())) + "</p>")
                .collect(Collectors.joining("\n"));
    }

    /** One kind of line end, no control characters, no empty lines at the ends. */
    private static String tidied(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        for (int i = 0; i < lines.length(); i++) {
            char c = lines.charAt(i);
            if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
                tidy.append(c);
            }
        }
        return tidy.toString().stripTrailing();
    }

    private static String cut(String text) {
        if (text.length() <= CommentText.LENGTH_MAX) {
            return text;
        }
        int end = CommentText.LENGTH_MAX;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    private static Set<String> pictures(List<NewAttachment> files) {
        return files.stream()
                .filter(NewAttachment::inline)
                .map(NewAttachment::contentId)
                .filter(id -> id != null && id.matches("[A-Za-z0-9@._+=$!-]{1,255}"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
