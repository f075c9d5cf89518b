package io.bilet.rest.change;

import io.bilet.access.Caller;
import io.bilet.access.signin.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What somebody signed in with, so that it can be asked again whether it still opens anything. */
record Credential(String token, Optional<String> onBehalfOf) {

    /** Of a request that was let in with it. */
    static Credential of(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return new Credential(
                header.substring(header.lastIndexOf(' ') + 1), Optional.ofNullable(request.getHeader("On-Behalf-Of")));
    }

    /**
     * Who it opens the door to now.
     *
     * @throws io.bilet.access.InvalidToken if nobody any more
     */
    Caller caller(SignIn signIn) {
        return signIn.caller(token, onBehalfOf);
    }

    @Override
    public String toString() {
        return "a credential";
    }
}
