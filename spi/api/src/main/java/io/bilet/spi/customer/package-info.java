/** What other systems know about a customer, and what an agent can do there for one. */
package io.bilet.spi.customer;
