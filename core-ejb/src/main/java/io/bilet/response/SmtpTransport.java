package io.bilet.response;

import io.bilet.mail.MailChannel;
import io.bilet.mail.MailServer;
import io.bilet.platform.secret.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Hands mail to the server of a channel, and tells what it said. */
@ApplicationScoped
public class SmtpTransport {

    private static final String CONNECT_MILLIS_MAX = "10000";
    private static final String SILENCE_MILLIS_MAX = "30000";

    @Inject
    private MailComposer composer;

    @Inject
    private SecretBox secrets;

    /**
     * Sends a mail; returns when the server took it.
     *
     * @throws MailRefused if the server will never take it
     * @throws MailDelayed if it may take it later
     */
    void send(Delivery delivery) throws MailRefused, MailDelayed {
        MailChannel channel = delivery.channel();
        MailServer server = channel.smtp();
        Session session = Session.getInstance(properties(delivery));
        try {
            MimeMessage message = composer.compose(delivery.mail(), session);
            try (Transport transport = session.getTransport()) {
                String user = server.user().orElse(null);
                String password = server.sealedPassword()
                        .map(secret -> secrets.open(secret, channel.secretPlace("smtp")))
                        .orElse(null);
                transport.connect(server.host(), server.port(), user, password);
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (MessagingException e) {
            SmtpReplies.rethrow(e);
        }
    }

    private static Properties properties(Delivery delivery) {
        MailServer server = delivery.channel().smtp();
        String protocol = "smtp";
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS_MAX);
        properties.setProperty("mail.smtp.timeout", SILENCE_MILLIS_MAX);
        properties.setProperty("mail.smtp.writetimeout", SILENCE_MILLIS_MAX);
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.user().isPresent()));
        properties.setProperty(
                "mail.smtp.from", delivery.mail().sender().address().text());
        properties.setProperty(
                "mail.smtp.localhost",
                delivery.mail().sender().address().domain().ascii());
        properties.setProperty("mail.smtp.allow8bitmime", "true");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (server.security()) {
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
        }
        return properties;
    }
}
