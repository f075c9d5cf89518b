/** What happens to tickets, told to plugins after it was committed. */
package io.bilet.spi.ticket;
