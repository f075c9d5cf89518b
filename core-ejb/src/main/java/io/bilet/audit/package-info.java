/**
 * The record of a ticket: who changed what, from which value to which, and by what cause.
 *
 * <p>Owns the table {@code ticket_event}, which is only ever added to. Entries of a ticket are numbered without gaps
 * in the order of their transactions. Decides nothing.
 */
@NullMarked
package io.bilet.audit;

import org.jspecify.annotations.NullMarked;
