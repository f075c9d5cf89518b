/**
 * The fields that administrators add to tickets: what may be filled in, by whom, and when it must be.
 *
 * <p>Owns the table {@code custom_field}; the values stand with the ticket. Every ticket asks for the fields, so they
 * are kept in memory.
 */
@NullMarked
package io.bilet.field;

import org.jspecify.annotations.NullMarked;
