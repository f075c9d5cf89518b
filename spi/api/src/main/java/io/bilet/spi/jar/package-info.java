/**
 * Reads and checks plugin jars, the same for the host and for the contract kit: what passes a partner's tests is not
 * refused by a server. Not for plugins.
 */
package io.bilet.spi.jar;
