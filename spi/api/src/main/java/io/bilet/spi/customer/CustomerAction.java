package io.bilet.spi.customer;

import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Something an agent can do for a customer in another system: refund, resend, extend a trial.
 *
 * <h2>Life cycle</h2>
 *
 * The host calls both methods between {@code Plugin.start} and {@code Plugin.stop}, from several threads at once. It
 * always rehearses before it runs. When a run ends by an exception, or by nothing because somebody pulled a plug, the
 * host does not know whether it was done; it then asks again with the same {@linkplain ActionRequest#id() id}, for at
 * most a day.
 *
 * <h2>Rules</h2>
 *
 * Each is checked by {@code CustomerActionContract} under the same number.
 *
 * <ol>
 *   <li>CA-1 {@link #name} MUST be 2 to 40 lower-case letters, digits and underscores, and the same at each call.
 *   <li>CA-2 {@link #fields} MUST be 0 to 20 fields with different names in their shape; only a choice has choices.
 *   <li>CA-3 {@link #rehearse} MUST NOT change anything at the far end.
 *   <li>CA-4 {@link #run} MUST have its effect once and return the far end's reference for it.
 *   <li>CA-5 Running again with the same id MUST have no further effect and return the same reference.
 *   <li>CA-6 What the far end will never do MUST be answered by {@link ActionPlan.Impossible} and {@link
 *       ActionOutcome.Refused}, without effect.
 *   <li>CA-7 The action MUST throw {@link FarEndUnavailable} when trying again later may succeed, and succeed then.
 *   <li>CA-8 When the far end acted but its answer was lost, running again MUST have no further effect.
 *   <li>CA-9 The action MUST throw {@link FarEndRefused} when its credentials are not accepted.
 *   <li>CA-10 The action MUST return or throw within {@link ActionRequest#timeout()}; afterwards the host interrupts
 *       the thread and the action MUST end within a second.
 * </ol>
 *
 * @since 0.2
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
public interface CustomerAction {

    /** Name of the action within its plugin (CA-1), such as {@code refund}. Seen by agents. */
    String name();

    /** What it does, in a few English words for agents: 1 to 80 characters. */
    String title();

    /** What an agent says when asking for it (CA-2). */
    List<InputField> fields();

    /**
     * Says what {@link #run} would do (CA-3).
     *
     * @throws FarEndUnavailable if trying again later may succeed
     * @throws FarEndRefused if somebody has to change the configuration first
     */
    ActionPlan rehearse(ActionRequest request) throws FarEndUnavailable, FarEndRefused;

    /**
     * Does it.
     *
     * @throws FarEndUnavailable if trying again later may succeed, or if it is unknown whether it was done
     * @throws FarEndRefused if somebody has to change the configuration first; nothing was done
     */
    ActionOutcome run(ActionRequest request) throws FarEndUnavailable, FarEndRefused;
}
