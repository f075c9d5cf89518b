package io.bilet.intake.reading;

import io.bilet.platform.blob.Blob;
import io.bilet.ticket.CommentText;
import io.bilet.ticket.NewAttachment;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/** Reads one mail from its first byte to its last, in one pass. */
public final class MailReader {

    /** What all parts of the text together may have; what goes beyond is cut, and kept as a file. */
    private static final int TEXT_BYTES_MAX = 1024 * 1024;

    private static final MimeConfig LENIENT = MimeConfig.custom()
            .setMaxHeaderCount(ReadingBudget.HEADERS_MAX)
            .setMaxHeaderLen(ReadingBudget.HEADER_BYTES_MAX)
            .setMaxLineLen(ReadingBudget.HEADER_BYTES_MAX)
            .setMaxContentLen(-1)
            .build();

    private final MimeTokenStream tokens =
            new MimeTokenStream(LENIENT, DecodeMonitor.SILENT, new CautiousFields(), null);
    private final ReadingBudget budget;
    private final FileSink sink;
    private final Bodies bodies = new Bodies();
    private final List<NewAttachment> files = new ArrayList<>();
    private final List<ReportPart> reports = new ArrayList<>();
    private @Nullable HeaderFields top;
    private HeaderFields current = new HeaderFields();
    private String preamble = "";
    private int textBytesLeft = TEXT_BYTES_MAX;

    private MailReader(FileSink sink, ReadingBudget budget) {
        this.sink = sink;
        this.budget = budget;
    }

    /**
     * Reads a mail; its files are kept in {@code sink} on the way.
     *
     * @throws UnreadableMail if the mail breaks a limit or is none
     * @throws IOException if {@code raw} cannot be read or {@code sink} cannot keep
     */
    public static IncomingMail read(InputStream raw, FileSink sink) throws UnreadableMail, IOException {
        return read(raw, sink, new ReadingBudget(System::nanoTime));
    }

    static IncomingMail read(InputStream raw, FileSink sink, ReadingBudget budget) throws UnreadableMail, IOException {
        MailReader reader = new MailReader(sink, budget);
        try {
            reader.walk(new TimedStream(raw, budget));
            return reader.mail();
        } catch (TimedStream.OutOfTime e) {
            throw e.refusal();
        } catch (MimeException | MimeIOException e) {
            throw refusal(e);
        }
    }

    private static UnreadableMail refusal(Exception e) {
        String name = e.getClass().getSimpleName() + e.getCause();
        boolean header = name.contains("MaxHeader") || name.contains("MaxLine");
        return new UnreadableMail(
                header ? Unreadable.HEADER_TOO_LARGE : Unreadable.MALFORMED, String.valueOf(e.getMessage()));
    }

    private void walk(InputStream raw) throws IOException, MimeException, UnreadableMail {
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(raw);
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            budget.checkTime();
            meet(state);
        }
    }

    private void meet(EntityState state) throws IOException, UnreadableMail {
        switch (state) {
            case T_START_HEADER -> current = new HeaderFields();
            case T_FIELD -> field(tokens.getField());
            case T_END_HEADER -> top = top == null ? current : top;
            case T_START_MULTIPART -> {
                budget.enterMultipart();
                bodies.enter(currentPart().mediaType().replaceFirst("^multipart/", ""));
            }
            case T_PREAMBLE -> preamble();
            case T_START_BODYPART -> bodies.startPart();
            case T_END_MULTIPART -> {
                budget.leaveMultipart();
                bodies.leave();
            }
            case T_BODY -> {
                budget.enterPart();
                part(currentPart());
            }
            default -> {
                // epilogues and the ends of parts say nothing
            }
        }
    }

    /** Where the boundary that the header names never comes, everything stands before the first part. */
    private void preamble() throws IOException {
        if (preamble.isEmpty()) {
            preamble = Charsets.decode(
                    Peeked.at(tokens.getInputStream(), TEXT_BYTES_MAX).head(), null);
        }
    }

    private PartHeader currentPart() {
        return PartHeader.of(current, bodies.defaultType());
    }

    private void field(Field field) throws UnreadableMail {
        budget.header(
                field.getRaw() == null
                        ? field.getBody().length()
                        : field.getRaw().length());
        current.add(field);
    }

    private void part(PartHeader part) throws IOException {
        InputStream content = tokens.getDecodedInputStream();
        if (bodies.isText(part)) {
            text(part, Peeked.at(content, textBytesLeft));
        } else if (part.isReport()) {
            Peeked report = Peeked.at(content, ReportPart.BYTES_MAX);
            reports.add(new ReportPart(part.mediaType(), Charsets.decode(report.head(), part.charset())));
            file(part, report.whole());
        } else {
            file(part, content);
        }
    }

    private void text(PartHeader part, Peeked peeked) throws IOException {
        byte[] head = peeked.head();
        textBytesLeft -= head.length;
        String decoded = Charsets.decode(head, part.charset());
        boolean html = part.mediaType().equals("text/html");
        String content = part.isFlowed() && !html ? FlowedText.unflow(decoded, part.deletesFlowSpaces()) : decoded;
        bodies.add(new Bodies.Piece(html, content));
        if (!peeked.isComplete() || decoded.length() > CommentText.LENGTH_MAX) {
            file(part, peeked.whole());
        }
    }

    private void file(PartHeader part, InputStream content) throws IOException {
        Blob blob = sink.keep(content);
        String contentId = part.contentId();
        boolean inline = contentId != null && part.isPicture() && !part.isMarkedAttachment();
        files.add(new NewAttachment(
                part.fileName(), part.mediaType(), blob.bytes(), blob.sha256().hex(), inline, contentId));
    }

    private IncomingMail mail() throws UnreadableMail, IOException {
        if (bodies.text().isEmpty() && bodies.html().isEmpty() && files.isEmpty()) {
            bodies.add(new Bodies.Piece(false, preamble));
        }
        MailHeader header = MailHeader.of(top == null ? new HeaderFields() : top);
        MailText text = MailText.of(bodies, files);
        budget.checkTime();
        return new IncomingMail(header, text, List.copyOf(files), List.copyOf(reports));
    }
}
