package io.bilet.intake.reading;

import io.bilet.ticket.NewAttachment;
import java.util.List;

/**
 * What one mail says.
 *
 * @param files everything that is not the text, in the order of the mail
 * @param reports parts that talk about another mail; they are among the files too
 */
public record IncomingMail(MailHeader header, MailText text, List<NewAttachment> files, List<ReportPart> reports) {}
