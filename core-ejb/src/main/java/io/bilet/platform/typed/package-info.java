/**
 * Values whose type an administrator chose: of the custom fields of tickets, and of what is known about customers.
 *
 * <p>A value is kept as the JSON it came as, after it was held against the rules of its key ({@link
 * io.bilet.platform.typed.ValueRules}). Beside it lie {@link io.bilet.platform.typed.IndexedValue rows} by which the
 * database finds it; only values that are there have rows, so what uses no such values costs nothing.
 */
@NullMarked
package io.bilet.platform.typed;

import org.jspecify.annotations.NullMarked;
