package io.bilet.mail;

import io.bilet.people.EmailAddress;
import io.bilet.people.UserId;
import io.bilet.platform.config.ConfigCache;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.secret.SigningKey;
import io.bilet.platform.secret.SigningKeys;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.TicketId;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The signed ids that leave with our mail and lead an answer back to its ticket.
 *
 * <p>Each carries an authentication code of 80 bits over the ticket, the person it was sent to and the key, so that a
 * guessed or copied id leads nowhere. It only finds the ticket: who may write there is decided by who wrote.
 */
@ApplicationScoped
public class ThreadTokens {

    /** Purpose of the keys among the installation's signing keys. */
    public static final String PURPOSE = "mail_thread";

    private static final int CODE_BYTES = 10;
    private static final int CODE_LENGTH = 16;
    private static final int LOCAL_PART_LENGTH_MAX = 64;

    private static final String SIGNED = "([0-9a-v]{26})([0-9a-v]{2})([0-9a-v]{16})";
    private static final Pattern REPLY_TAG = Pattern.compile("[^+@]+\\+" + SIGNED + "@.+");
    private static final Pattern MESSAGE_ID = Pattern.compile("<([0-9a-v]{26})\\." + SIGNED + "@[^<>@\\s]+>");
    private static final Pattern LOOP_MARK = Pattern.compile(SIGNED);

    @Inject
    private SigningKeys keys;

    @Inject
    private ConfigStamp stamp;

    @SuppressWarnings("NullAway.Init") // remember() sets it
    private ConfigCache<List<SigningKey>> held;

    @PostConstruct
    void remember() {
        held = new ConfigCache<>(stamp::version, () -> keys.live(PURPOSE), SigningKeys.AREA);
    }

    /**
     * What one of our ids says; not believed until {@link #isGenuine} says so.
     *
     * @param comment the comment that was mailed; null in a reply address
     */
    public record Claim(TicketId ticket, @Nullable CommentId comment, String keyMark, String code) {}

    /** The address to which a person may answer; empty where the support address leaves no room for the tag. */
    public Optional<String> replyAddress(EmailAddress support, TicketId ticket, UserId recipient) {
        int at = support.text().lastIndexOf('@');
        String local = support.text().substring(0, at) + "+" + signed(ticket, scope(null, recipient));
        return local.length() > LOCAL_PART_LENGTH_MAX
                ? Optional.empty()
                : Optional.of(local + support.text().substring(at));
    }

    /** The Message-ID of the mail that brings a comment to a person: the same for every attempt. */
    public String messageId(TicketId ticket, CommentId comment, UserId recipient, String domain) {
        return "<" + Base32.of(comment.value()) + "." + signed(ticket, scope(comment, recipient)) + "@" + domain + ">";
    }

    /** Marks our own mail, so that it is known when it comes back. */
    public String loopMark(TicketId ticket) {
        return signed(ticket, "loop");
    }

    /** Whether a mark is ours. */
    public boolean isOurLoopMark(String mark) {
        Matcher matcher = LOOP_MARK.matcher(mark.strip().toLowerCase(Locale.ROOT));
        return matcher.matches() && isGenuine(claim(matcher, 1, null), "loop");
    }

    /** Reads the tag of a reply address. */
    public Optional<Claim> readReplyAddress(String address) {
        Matcher matcher = REPLY_TAG.matcher(address.toLowerCase(Locale.ROOT));
        return matcher.matches() ? Optional.of(claim(matcher, 1, null)) : Optional.empty();
    }

    /** Reads a Message-ID that has the form of ours. */
    public Optional<Claim> readMessageId(String messageId) {
        Matcher matcher = MESSAGE_ID.matcher(messageId.toLowerCase(Locale.ROOT));
        return matcher.matches()
                ? Optional.of(claim(matcher, 2, new CommentId(Base32.uuid(matcher.group(1)))))
                : Optional.empty();
    }

    /** Whether we wrote it, for that person. */
    public boolean isGenuine(Claim claim, UserId recipient) {
        return isGenuine(claim, scope(claim.comment(), recipient));
    }

    private boolean isGenuine(Claim claim, String scope) {
        return held.get().stream()
                .filter(key -> keyMark(key).equals(claim.keyMark()))
                .anyMatch(key -> sameCode(code(key, claim.ticket(), scope), claim.code()));
    }

    private static Claim claim(Matcher matcher, int group, @Nullable CommentId comment) {
        UUID ticket = Base32.uuid(matcher.group(group));
        return new Claim(new TicketId(ticket), comment, matcher.group(group + 1), matcher.group(group + 2));
    }

    private static String scope(@Nullable CommentId comment, UserId recipient) {
        return comment == null ? "reply " + recipient : "message " + comment + " " + recipient;
    }

    private String signed(TicketId ticket, String scope) {
        SigningKey key = held.get().get(0);
        return Base32.of(ticket.value()) + keyMark(key) + code(key, ticket, scope);
    }

    private static String code(SigningKey key, TicketId ticket, String scope) {
        return Base32.of(key.sign(key.id() + " " + ticket + " " + scope, CODE_BYTES), CODE_LENGTH);
    }

    private static String keyMark(SigningKey key) {
        byte[] tenBits = {
            (byte) (key.id().getLeastSignificantBits() >> 8 & 3),
            (byte) key.id().getLeastSignificantBits()
        };
        return Base32.of(tenBits, 2);
    }

    private static boolean sameCode(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                given.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
