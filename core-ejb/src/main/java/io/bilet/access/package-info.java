/**
 * Decides who a caller is and what they may see and do.
 *
 * <p>A caller proves who they are by an API token of ours or by a token of the configured OIDC issuer; either way the
 * user's role and the scopes of the token give their permissions. Which tickets they see is the question of {@link
 * io.bilet.access.AccessPolicy}: what is hidden reads as absent, what is visible but not theirs to do is forbidden.
 *
 * <p>Owns the table {@code api_token}. Never finds a user by e-mail address: a login is an
 * issuer and a subject.
 */
@NullMarked
package io.bilet.access;

import org.jspecify.annotations.NullMarked;
