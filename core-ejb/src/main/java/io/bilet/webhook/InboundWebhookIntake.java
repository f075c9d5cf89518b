package io.bilet.webhook;

import io.bilet.flow.Filed;
import io.bilet.flow.IntegrationFlow;
import io.bilet.flow.NewComment;
import io.bilet.flow.OpenTicket;
import io.bilet.flow.RequesterRef;
import io.bilet.flow.TicketDraft;
import io.bilet.people.EmailAddress;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.Wire;
import io.bilet.platform.secret.SecretBox;
import io.bilet.platform.text.Tags;
import io.bilet.platform.time.MachineClock;
import io.bilet.platform.typed.TypedValues;
import io.bilet.ticket.Channel;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.Description;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.Visibility;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes what other systems say: believed, done once, and what was done is remembered in the same transaction. */
@Stateless
public class InboundWebhookIntake {

    /** How far the clocks of the two may be apart (Standard Webhooks). */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** Longer than any sender tries again. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private static final Pattern MESSAGE_ID = Pattern.compile("[\\x21-\\x7e]{1,190}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    @Inject
    private InboundWebhookRepository webhooks;

    @Inject
    private IntegrationFlow flow;

    @Inject
    private SecretBox box;

    @Inject
    private Clock clock;

    /**
     * What came.
     *
     * @param id of the message, the same however often it comes
     * @param timestamp in seconds, as the header says
     * @param signatures between blanks
     */
    public record Signed(String id, String timestamp, String signatures, String body) {}

    /**
     * What became of it.
     *
     * @param before whether it was done before and not now
     */
    public record Outcome(InboundAction action, TicketId ticket, CommentId comment, boolean before) {}

    /**
     * Lets nobody in who does not know the secret, and nothing that was signed long ago.
     *
     * @throws InvalidSignature if it is not to be believed
     * @throws Conflict if the webhook is switched off
     */
    public InboundWebhook believe(InboundWebhookId id, Signed message) {
        InboundWebhook webhook = webhooks.get(id);
        boolean formed = MESSAGE_ID.matcher(message.id()).matches()
                && SECONDS.matcher(message.timestamp()).matches();
        if (!formed || !isNow(message) || !isSigned(webhook, message)) {
            throw new InvalidSignature();
        }
        if (!webhook.active()) {
            throw new Conflict("The webhook is switched off.");
        }
        return webhook;
    }

    private static boolean isNow(Signed message) {
        Instant signed = Instant.ofEpochSecond(Long.parseLong(message.timestamp()));
        return Duration.between(signed, MachineClock.UTC.instant()).abs().compareTo(TOLERANCE) <= 0;
    }

    private boolean isSigned(InboundWebhook webhook, Signed message) {
        return webhook.secrets(clock.instant()).stream()
                .map(kept -> box.open(kept, InboundWebhookAdmin.place(webhook.id())))
                .flatMap(text -> WebhookSecret.parse(text).stream())
                .anyMatch(secret -> secret.verifies(
                        message.signatures(), message.id(), Long.parseLong(message.timestamp()), message.body()));
    }

    /**
     * Does what a believed message asks for, unless it was done before.
     *
     * @throws InvalidInput naming the field that the message does not fill as it must be
     */
    public Outcome take(InboundWebhookId id, String messageId, JsonObject body) {
        InboundWebhook webhook = webhooks.get(id);
        InboundAction action = webhook.action();
        if (!webhooks.take(id, messageId, clock.instant())) {
            Object[] known = webhooks.found(id, messageId);
            return new Outcome(
                    action,
                    new TicketId(InboundWebhookRepository.uuid(known[0])),
                    new CommentId(InboundWebhookRepository.uuid(known[1])),
                    true);
        }
        Map<String, String> fields = webhook.mapping().apply(body);
        action.needed().forEach(field -> needed(fields, field));
        String cause = "inbound_webhook:" + id;
        Filed filed = action == InboundAction.OPEN_TICKET ? open(fields, cause) : comment(fields, cause);
        webhooks.settle(id, messageId, filed.ticket().id(), filed.comment().id());
        return new Outcome(action, filed.ticket().id(), filed.comment().id(), false);
    }

    private static String needed(Map<String, String> fields, String field) {
        String value = fields.getOrDefault(field, "");
        if (value.isEmpty()) {
            throw new InvalidInput("/" + field, "missing", "The message has nothing for this field.");
        }
        return value;
    }

    private Filed open(Map<String, String> fields, String cause) {
        EmailAddress address = EmailAddress.parse(needed(fields, "requester_email"), "/requester_email");
        String name = line(fields.getOrDefault("requester_name", ""), 100);
        String externalId = line(fields.getOrDefault("external_id", ""), 190);
        var draft = new TicketDraft(
                line(needed(fields, "subject"), Description.SUBJECT_LENGTH_MAX),
                Channel.API,
                priority(fields.getOrDefault("priority", "")),
                null,
                Tags.normalise(tags(fields.getOrDefault("tags", "")), "/tags"),
                null,
                externalId.isEmpty() ? null : externalId,
                null,
                null,
                TypedValues.NONE);
        var requester = new RequesterRef.ByAddress(address, name.isEmpty() ? address.text() : name, null);
        return flow.open(
                new OpenTicket(requester, draft, NewComment.of(needed(fields, "text"), Visibility.PUBLIC), null),
                cause);
    }

    private static TicketPriority priority(String text) {
        return text.isEmpty() ? TicketPriority.NORMAL : Wire.read(TicketPriority.class, text, "/priority");
    }

    private static List<String> tags(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    /** One line of what may be many. */
    private static String line(String text, int lengthMax) {
        String line = text.replaceAll("[\\p{C}\\p{Z}\\s]+", " ").strip();
        return line.substring(0, Math.min(line.length(), lengthMax)).strip();
    }

    private Filed comment(Map<String, String> fields, String cause) {
        String asked = fields.getOrDefault("visibility", "");
        Visibility visibility =
                asked.isEmpty() ? Visibility.INTERNAL : Wire.read(Visibility.class, asked, "/visibility");
        return flow.comment(ticket(needed(fields, "ticket")), NewComment.of(needed(fields, "text"), visibility), cause);
    }

    private TicketId ticket(String reference) {
        return reference.startsWith("tkt_")
                ? TicketId.parse(reference)
                : webhooks.ticketOf(reference).orElseThrow(() -> InvalidInput.unknownReference("/ticket"));
    }

    /** Forgets messages that nobody sends again; says how many, at most {@code limit}. */
    public int forget(int limit) {
        return webhooks.forgetBefore(clock.instant().minus(REMEMBERED), limit);
    }
}
