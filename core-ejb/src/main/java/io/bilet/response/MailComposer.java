package io.bilet.response;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bilet.mail.HeaderValue;
import io.bilet.platform.blob.BlobStore;
import io.bilet.ticket.NewAttachment;
import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.List;

/** Writes a mail as MIME. Whatever stands in a header came through {@link HeaderValue} or was made by us. */
@ApplicationScoped
public class MailComposer {

    private static final String CHARSET = UTF_8.name();
    private static final int HEADER_NAME_LENGTH = "References: ".length();

    @Inject
    private BlobStore blobs;

    MimeMessage compose(OutgoingMail mail, Session session) throws MessagingException {
        MimeMessage message = new StableMessage(session, mail.threading().messageId());
        message.setFrom(address(mail.sender().address().text(), mail.sender().name()));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(mail.to().text(), true));
        message.setSubject(mail.subject().text(), CHARSET);
        message.setSentDate(Date.from(mail.threading().writtenAt()));
        if (mail.sender().replyTo().isPresent()) {
            HeaderValue name = mail.sender().name();
            message.setReplyTo(
                    new InternetAddress[] {address(mail.sender().replyTo().get(), name)});
        }
        thread(message, mail.threading());
        content(message, mail.body());
        message.saveChanges();
        return message;
    }

    private static void thread(MimeMessage message, OutgoingMail.Threading threading) throws MessagingException {
        List<String> references = threading.references();
        if (!references.isEmpty()) {
            message.setHeader("In-Reply-To", references.get(references.size() - 1));
            message.setHeader("References", MimeUtility.fold(HEADER_NAME_LENGTH, String.join(" ", references)));
        }
        message.setHeader("X-Bilet-Loop", threading.loopMark());
        if (threading.automatic()) {
            message.setHeader("Auto-Submitted", "auto-generated");
        }
    }

    private void content(MimeMessage message, OutgoingMail.Body body) throws MessagingException {
        MimeMultipart alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(text(body.text(), "plain"));
        alternative.addBodyPart(text(body.html(), "html"));
        if (body.files().isEmpty()) {
            message.setContent(alternative);
            return;
        }
        MimeMultipart mixed = new MimeMultipart("mixed");
        MimeBodyPart said = new MimeBodyPart();
        said.setContent(alternative);
        mixed.addBodyPart(said);
        for (NewAttachment file : body.files()) {
            mixed.addBodyPart(file(file));
        }
        message.setContent(mixed);
    }

    private static BodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, CHARSET, subtype);
        return part;
    }

    private BodyPart file(NewAttachment file) throws MessagingException {
        String name = HeaderValue.cleaned(file.fileName()).text();
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new BlobDataSource(blobs, file)));
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setFileName(name);
        part.setDisposition(jakarta.mail.Part.ATTACHMENT);
        return part;
    }

    private static InternetAddress address(String address, HeaderValue name) throws MessagingException {
        try {
            InternetAddress internet = new InternetAddress(address, true);
            internet.setPersonal(name.text(), CHARSET);
            return internet;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java platform has UTF-8", e);
        }
    }
}
