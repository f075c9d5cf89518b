/** Questions about customers from a chat tool. */
package io.bilet.spi.lookup;
