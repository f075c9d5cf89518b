package io.bilet.rest.http.edge;

import io.bilet.access.Caller;
import io.bilet.access.InvalidToken;
import io.bilet.access.signin.SignIn;
import io.bilet.platform.database.DatabaseAway;
import io.bilet.platform.error.BiletException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The only way in: {@code Authorization: Bearer} with a token of ours or of the issuer. Without the header a caller
 * is anonymous, which only public operations accept; with a header that opens nothing every answer of the API is 401,
 * given by {@link Edge}.
 */
@ApplicationScoped
public class BearerMechanism implements HttpAuthenticationMechanism {

    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/=-]+)");
    private static final String ON_BEHALF_OF = "On-Behalf-Of";

    @Inject
    SignIn signIn;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.isEmpty()) {
            return context.doNothing();
        }
        try {
            Caller caller = signIn.caller(credential(headers), Optional.ofNullable(request.getHeader(ON_BEHALF_OF)));
            return context.notifyContainerAboutLogin(new SignedIn(caller), Set.of());
        } catch (BiletException refused) {
            return leaveToEdge(request, context, new Refusal(refused.problem(), refused.getMessage()));
        } catch (RuntimeException failed) {
            if (!DatabaseAway.isCauseOf(failed)) {
                throw failed;
            }
            return leaveToEdge(request, context, Refusal.DATABASE_AWAY);
        }
    }

    /**
     * Goes on as for an anonymous caller, with a mark. An answer given here would be given before the request was
     * read, and servers disagree about what then becomes of the connection.
     */
    private static AuthenticationStatus leaveToEdge(
            HttpServletRequest request, HttpMessageContext context, Refusal refusal) {
        refusal.mark(request);
        return context.doNothing();
    }

    private static String credential(List<String> headers) {
        Matcher bearer = BEARER.matcher(headers.get(0));
        if (headers.size() > 1 || !bearer.matches()) {
            throw new InvalidToken();
        }
        return bearer.group(1);
    }
}
