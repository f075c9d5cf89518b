package io.bilet.spi.ticket;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Hears what happened to tickets. It cannot lose, delay or undo what happened: the change is committed before the
 * listener hears of it.
 *
 * <h2>Life cycle</h2>
 *
 * The host calls {@link #hear} between {@code Plugin.start} and {@code Plugin.stop}, from several threads at once,
 * but for one ticket from one thread at a time and in the order in which things happened. It calls at least once for
 * each notice: after a crash, a time-out or an exception the same notice comes again. It tries a notice eight times
 * with growing pauses (about one hour in all), then skips it, records that, and goes on with the ticket's next one.
 *
 * <p>A far end that is {@linkplain ListenerUnavailable unavailable} gives the plugin a rest of 30 seconds, and so do
 * three other failures in a row. Ten of those in a row over more than ten minutes suspend it until an administrator
 * starts it again. Notices wait meanwhile.
 *
 * <h2>Rules</h2>
 *
 * Each is checked by {@code TicketListenerContract} under the same number.
 *
 * <ol>
 *   <li>TL-1 {@link #name} MUST be 2 to 32 lower-case letters, digits and hyphens, and the same at each call.
 *   <li>TL-2 A notice with an {@linkplain TicketNotice#id() id} that was heard before MUST have no further effect.
 *   <li>TL-3 The listener MUST return normally for a {@linkplain TicketNotice#type() type} it does not know, and have
 *       no effect.
 *   <li>TL-4 The listener MUST throw if its far end did not take the notice, so that it comes again.
 *   <li>TL-5 A notice that failed MUST have its effect when it comes again and the far end is back.
 *   <li>TL-6 The listener MUST accept notices of different tickets from several threads at once.
 *   <li>TL-7 The listener MUST return or throw within {@link TicketNotice#timeout()}; afterwards the host interrupts
 *       the thread and the listener MUST end within a second.
 *   <li>TL-8 The listener MUST NOT keep a notice or a snapshot after it returned. (Not testable.)
 * </ol>
 *
 * @since 0.1
 */
@API(status = Status.STABLE, since = "0.1")
public interface TicketListener {

    /**
     * Name of the listener within its plugin: 2 to 32 lower-case letters, digits and hyphens. Seen by administrators.
     */
    String name();

    /**
     * Takes notice of one change to one ticket.
     *
     * @param notice what happened
     * @throws ListenerUnavailable if trying again later may succeed
     * @throws Exception for any other failure; the host treats it in the same way and counts it against the plugin
     */
    void hear(TicketNotice notice) throws Exception;
}
