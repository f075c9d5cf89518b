/**
 * Numbers about the work of the desk: what each ticket's record says in figures, and sums of them over a period.
 *
 * <p>Owns {@code ticket_measure} and {@code ticket_stay}. Both follow from the record of a ticket, the ledger of its
 * clocks and the versions of the schedules, and from nothing else: they can be thrown away and made again. Never
 * changes a ticket.
 */
@NullMarked
package io.bilet.report;

import org.jspecify.annotations.NullMarked;
