/**
 * Secrets that the nodes of one installation share, each for one purpose: for signing what leaves and comes back.
 *
 * <p>Owns the table {@code instance_key}. A secret is made when it is first needed and never shown.
 */
@NullMarked
package io.bilet.platform.key;

import org.jspecify.annotations.NullMarked;
