/**
 * The records: of a ticket and of the desk itself. Who changed what, from which value to which, and by what cause.
 *
 * <p>Owns the tables {@code ticket_event} and {@code audit_log}, which are only ever added to. Entries of a ticket are
 * numbered without gaps in the order of their transactions. Decides nothing.
 */
@NullMarked
package io.bilet.audit;

import org.jspecify.annotations.NullMarked;
