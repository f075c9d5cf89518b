/** SLA policies, and the clocks of a ticket with their ledger, over HTTP. */
@NullMarked
package io.bilet.rest.sla;

import org.jspecify.annotations.NullMarked;
