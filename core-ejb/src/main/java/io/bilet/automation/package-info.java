/**
 * Rules that act by themselves: on events, and when time has passed.
 *
 * <p>What they share lies here; the language of what they do in {@code action}, triggers in {@code trigger}.
 */
@NullMarked
package io.bilet.automation;

import org.jspecify.annotations.NullMarked;
