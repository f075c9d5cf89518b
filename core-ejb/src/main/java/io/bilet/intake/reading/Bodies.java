package io.bilet.intake.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Decides which parts are the text of a mail and which are files beside it, by the rules of RFC 8621 §4.1.4, while
 * the mail streams by.
 */
final class Bodies {

    /** A piece of the text, as plain text or as HTML. */
    record Piece(boolean isHtml, String content) {}

    private final List<Piece> text = new ArrayList<>();
    private final List<Piece> html = new ArrayList<>();
    private final Deque<Frame> frames = new ArrayDeque<>();

    /** One multipart that is being read; closed to text or HTML once an alternative has chosen the other. */
    private final class Frame {
        private final String subtype;
        private final boolean withinAlternative;
        private final int textBefore = text.size();
        private final int htmlBefore = html.size();
        private boolean takesText;
        private boolean takesHtml;
        private int index = -1;

        Frame(String subtype, Frame parent) {
            this.subtype = subtype;
            this.withinAlternative = parent.withinAlternative || subtype.equals("alternative");
            this.takesText = parent.takesText;
            this.takesHtml = parent.takesHtml;
        }

        Frame() {
            this.subtype = "mixed";
            this.withinAlternative = false;
            this.takesText = true;
            this.takesHtml = true;
        }
    }

    Bodies() {
        frames.push(new Frame());
        startPart();
    }

    void enter(String multipartSubtype) {
        frames.push(new Frame(multipartSubtype, frames.element()));
    }

    void startPart() {
        frames.element().index++;
    }

    /** An alternative that offered only one form serves for both. */
    void leave() {
        Frame left = frames.pop();
        if (left.subtype.equals("alternative") && left.takesText && left.takesHtml) {
            boolean noText = text.size() == left.textBefore;
            boolean noHtml = html.size() == left.htmlBefore;
            if (noText && !noHtml) {
                text.addAll(html.subList(left.htmlBefore, html.size()));
            } else if (noHtml && !noText) {
                html.addAll(text.subList(left.textBefore, text.size()));
            }
        }
    }

    /** What a part is that does not say what it is. */
    String defaultType() {
        return frames.element().subtype.equals("digest") ? "message/rfc822" : "text/plain";
    }

    /** Whether the part that starts now belongs to the text, not to the files. */
    boolean isText(PartHeader part) {
        Frame frame = frames.element();
        boolean placed = frame.index == 0 || (!frame.subtype.equals("related") && !part.isNamed());
        return part.isText() && !part.isMarkedAttachment() && placed;
    }

    void add(Piece piece) {
        Frame frame = frames.element();
        if (frame.subtype.equals("alternative")) {
            (piece.isHtml() ? html : text).add(piece);
            return;
        }
        if (frame.withinAlternative) {
            frame.takesHtml &= piece.isHtml();
            frame.takesText &= !piece.isHtml();
        }
        if (frame.takesText) {
            text.add(piece);
        }
        if (frame.takesHtml) {
            html.add(piece);
        }
    }

    /** What is shown as plain text, in order. */
    List<Piece> text() {
        return text;
    }

    /** What is shown as HTML, in order. */
    List<Piece> html() {
        return html;
    }
}
