/**
 * API tokens: made by administrators for people and programs, shown once, revocable, of limited life.
 *
 * <p>Owns the table {@code api_token}. Keeps the SHA-256 of a token and never the token; a token carries 256 random
 * bits, so a slow digest would add nothing. The first token of an installation is handed over in a file and is void
 * once it has made another.
 */
@NullMarked
package io.bilet.access.token;

import org.jspecify.annotations.NullMarked;
