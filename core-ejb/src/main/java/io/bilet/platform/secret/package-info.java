/**
 * Keys that this installation made for itself: to sign what it hands out and recognises again, and to keep the
 * secrets it was given.
 *
 * <p>Owns the table {@code instance_key}. The key that seals stored secrets is not in the database, so that a copy of
 * the database opens none of them.
 */
@NullMarked
package io.bilet.platform.secret;

import org.jspecify.annotations.NullMarked;
