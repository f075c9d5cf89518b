package io.bilet.access.oidc;

import java.time.Duration;
import java.util.Optional;

/**
 * What a verified token says.
 *
 * @param issuer who vouches
 * @param subject for whom
 * @param scope the {@code scope} claim, names separated by blanks; empty if absent
 * @param onBehalfOf the {@code on_behalf_of} claim: for whom a service account acts
 * @param remaining how long the token still works
 */
public record VerifiedLogin(
        String issuer, String subject, String scope, Optional<String> onBehalfOf, Duration remaining) {}
