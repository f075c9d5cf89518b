/**
 * What a partner implements to extend Bilet, and what the host hands in.
 *
 * <p>The entry is {@link io.bilet.spi.Plugin}. Interfaces that the host makes go into a plugin and grow by default
 * methods; what comes out of a plugin are few values. No value in this package or below is ever {@code null}, in either
 * direction; what may be absent is an {@link java.util.Optional}.
 *
 * <p>Versions: a type marked {@code STABLE} breaks only with a new major version of the SPI, one marked
 * {@code EXPERIMENTAL} with a minor one. The version is {@link io.bilet.spi.SpiVersion#CURRENT}.
 */
package io.bilet.spi;
