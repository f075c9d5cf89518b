package io.bilet.spi.customer;

import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Tells what another system knows about a customer: a CRM, a shop, the product itself.
 *
 * <h2>Life cycle</h2>
 *
 * The host calls {@link #look} between {@code Plugin.start} and {@code Plugin.stop}, from several threads at once, when
 * an agent opens a ticket or a rule needs a fact, and keeps the answer for a while. While there is none, the ticket
 * shows older facts with their age, or says that they are pending; nothing waits for the source.
 *
 * <h2>Rules</h2>
 *
 * Each is checked by {@code CustomerFactsContract} under the same number.
 *
 * <ol>
 *   <li>CF-1 {@link #name} MUST be 2 to 32 lower-case letters, digits and hyphens, and the same at each call.
 *   <li>CF-2 {@link #types} MUST be 1 to 64 types with different names in their shape, the same at each call.
 *   <li>CF-3 Each fact MUST be of one of the types, have a value of its kind, and come once.
 *   <li>CF-4 A customer whom the far end does not know MUST be answered by {@link FactSheet.Unknown}, also one without
 *       any address.
 *   <li>CF-5 The source MUST throw {@link FarEndUnavailable} when trying again later may succeed.
 *   <li>CF-6 The source MUST throw {@link FarEndRefused} when its credentials are not accepted.
 *   <li>CF-7 The source MUST NOT change anything at the far end.
 *   <li>CF-8 The source MUST return or throw within {@link FactRequest#timeout()}; afterwards the host interrupts the
 *       thread and the source MUST end within a second.
 *   <li>CF-9 The source MUST take questions from several threads at once.
 * </ol>
 *
 * @since 0.2
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
public interface CustomerFacts {

    /** Name of the source within its plugin (CF-1). Seen by agents. */
    String name();

    /** What the source can tell (CF-2). */
    List<FactType> types();

    /**
     * Says what is known about one customer.
     *
     * @param request whom, and how long there is
     * @throws FarEndUnavailable if trying again later may succeed
     * @throws FarEndRefused if somebody has to change the configuration first
     */
    FactSheet look(FactRequest request) throws FarEndUnavailable, FarEndRefused;
}
