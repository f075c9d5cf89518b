package io.bilet.spi.http;

import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.HostMade;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Sends HTTP calls to far ends on the open internet. Redirects are not followed; an answer may have 1 MiB. Addresses in
 * private networks are refused but for hosts that the administrator allows ({@code bilet.http.private-hosts}).
 *
 * <h2>Rules</h2>
 *
 * Each is checked by {@code HttpFarEndContract} under the same number, for plugins that call far ends by HTTP.
 *
 * <ol>
 *   <li>HS-1 Status 429 and 5xx MUST be reported as {@link FarEndUnavailable}; for 429 with the pause that {@code
 *       Retry-After} asks for.
 *   <li>HS-2 Status 401 and 403 MUST be reported as {@link io.bilet.spi.FarEndRefused}.
 *   <li>HS-3 A body that is not what the far end documents MUST be reported as {@link io.bilet.spi.FarEndRefused}.
 *   <li>HS-4 Any other status that is not expected MUST be reported as one of both.
 *   <li>HS-5 A call without a whole answer MUST be reported as {@link FarEndUnavailable}.
 *   <li>HS-6 No reason MUST show a credential, or repeat what the far end wrote unless the far end documents it.
 * </ol>
 *
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
@HostMade
public interface HttpSender {

    /**
     * Sends one call and waits for the answer. May be called from any thread.
     *
     * @return the answer, whatever its status is
     * @throws FarEndUnavailable if there is no whole answer: not reached, broken off, too long or too late. Whether the
     *     far end took the call is then unknown.
     */
    HttpReply send(HttpCall call) throws FarEndUnavailable;
}
