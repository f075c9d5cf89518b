/**
 * Finds the caller behind a credential: an API token by its digest, or a verified token of the issuer by its issuer and
 * subject, never by an address.
 *
 * <p>What was found is remembered for half a minute and forgotten at once when a token or a user's rights change, on
 * every node. Reads {@code api_token}, {@code user} and {@code group_member}, and writes nothing.
 */
@NullMarked
package io.bilet.access.signin;

import org.jspecify.annotations.NullMarked;
