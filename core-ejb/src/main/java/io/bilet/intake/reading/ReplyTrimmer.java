package io.bilet.intake.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a person wrote now from what they quoted, for reading only: nothing is lost, and where the marks are
 * doubtful the text stays whole.
 */
public final class ReplyTrimmer {

    /** A rule of underscores with more text than this below it is a line the writer drew. */
    private static final int SIGNATURE_LINES_MAX = 6;

    private final List<String> lines;
    private final BitSet elided = new BitSet();
    private int end;

    private ReplyTrimmer(List<String> lines) {
        this.lines = lines;
        this.end = lines.size();
    }

    /**
     * The two parts of a mail's text.
     *
     * @param written what the person wrote now; empty only if the whole text was
     * @param quoted what was quoted, and signatures; null if there is none
     */
    public record Split(String written, @Nullable String quoted) {}

    public static Split split(String text) {
        String normal = text.replace("\r\n", "\n").replace('\r', '\n').replace('\u00A0', ' ');
        ReplyTrimmer trimmer = new ReplyTrimmer(List.of(normal.split("\n", -1)));
        trimmer.cutBelow();
        trimmer.dropMobileSignatures();
        trimmer.attributions();
        trimmer.cutTrailingQuotes();
        return trimmer.result(normal);
    }

    /** Cuts at the first signature, copied header or forwarding mark below something written. */
    private void cutBelow() {
        boolean written = false;
        for (int i = 0; i < end; i++) {
            if (written && isCut(i)) {
                end = i;
                return;
            }
            written |= isWritten(i);
        }
    }

    private boolean isCut(int i) {
        String line = lines.get(i);
        if (QuoteMarks.isSignatureDelimiter(line) || QuoteMarks.isForwardingMark(line)) {
            return true;
        }
        if (QuoteMarks.isRule(line)) {
            int below = writtenBetween(i + 1, end);
            return below == 0 || (QuoteMarks.isUnderscores(line) && (below <= SIGNATURE_LINES_MAX || headerFollows(i)));
        }
        return QuoteMarks.isHeaderBlock(lines, i);
    }

    private boolean headerFollows(int rule) {
        int next = skipBlank(rule + 1);
        return next < lines.size() && QuoteMarks.isHeaderBlock(lines, next);
    }

    private void dropMobileSignatures() {
        boolean written = false;
        for (int i = 0; i < end; i++) {
            if (written && QuoteMarks.isMobileSignature(lines.get(i))) {
                elided.set(i);
            }
            written |= isWritten(i);
        }
    }

    /** What stands below "… wrote:" is quoted, unless the writer answered between or below the quoted lines. */
    private void attributions() {
        for (int i = 0; i < end; i++) {
            int length = QuoteMarks.attributionLines(lines, i);
            if (length > 0 && !isQuoted(i)) {
                meetAttribution(i, length);
                i += length - 1;
            }
        }
    }

    private void meetAttribution(int at, int length) {
        int below = skipBlank(at + length);
        boolean quotesFollow = below < end && isQuoted(below);
        int quoteEnd = quoteEnd(below);
        boolean answeredBelow = writtenBetween(quoteEnd, end) > 0;
        if (writtenBetween(0, at) > 0 && !(quotesFollow && answeredBelow)) {
            end = at;
            return;
        }
        elided.set(at, at + length);
        if (quotesFollow && answeredBelow && writtenBetween(0, at) == 0 && isLastQuote(quoteEnd)) {
            elided.set(at, quoteEnd);
        }
    }

    private int quoteEnd(int from) {
        int i = from;
        while (i < end && (isQuoted(i) || lines.get(i).isBlank())) {
            i++;
        }
        return i;
    }

    private boolean isLastQuote(int from) {
        for (int i = from; i < end; i++) {
            if (isQuoted(i)) {
                return false;
            }
        }
        return true;
    }

    private void cutTrailingQuotes() {
        int last = end;
        while (last > 0 && !isWritten(last - 1)) {
            last--;
        }
        boolean quotes = false;
        for (int i = last; i < end; i++) {
            quotes |= isQuoted(i);
        }
        if (last > 0 && quotes) {
            end = last;
        }
    }

    private int skipBlank(int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).isBlank()) {
            i++;
        }
        return i;
    }

    private int writtenBetween(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += isWritten(i) ? 1 : 0;
        }
        return count;
    }

    private boolean isQuoted(int i) {
        return QuoteMarks.isQuoted(lines.get(i));
    }

    private boolean isWritten(int i) {
        String line = lines.get(i);
        return !elided.get(i) && !line.isBlank() && !isQuoted(i) && !QuoteMarks.isRule(line);
    }

    private Split result(String normal) {
        List<String> written = new ArrayList<>();
        List<String> quoted = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            (i >= end || elided.get(i) ? quoted : written).add(lines.get(i));
        }
        String now = String.join("\n", written).strip();
        String then = stripBlankLines(String.join("\n", quoted));
        if (now.isEmpty()) {
            return new Split(stripBlankLines(normal), null);
        }
        return new Split(stripBlankLines(String.join("\n", written)), then.isEmpty() ? null : then);
    }

    /** Takes empty lines from both ends; the first line keeps its indentation. */
    private static String stripBlankLines(String text) {
        int from = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            from = text.charAt(i) == '\n' ? i + 1 : from;
        }
        return text.substring(from).stripTrailing();
    }
}
