/**
 * The names under which the desk writes: each brand with its language, signature and manner of writing mail.
 *
 * <p>Exactly one brand is the default; it takes what names no other. Owns the table {@code brand}.
 */
@NullMarked
package io.bilet.brand;

import org.jspecify.annotations.NullMarked;
