/**
 * Access tokens of the organisation's own OIDC issuer, verified by the book (RFC 8725, RFC 9068).
 *
 * <p>Accepts RS256 and ES256 signatures by keys the issuer publishes, for our audience, within their time. Follows
 * nothing a token says about where keys are. Says who the issuer vouches for, and nothing about what they may do
 * here.
 */
@NullMarked
package io.bilet.access.oidc;

import org.jspecify.annotations.NullMarked;
