/** Tickets, their comments and their record over HTTP: translates, calls the flow, translates back. */
@NullMarked
package io.bilet.rest.ticket;

import org.jspecify.annotations.NullMarked;
