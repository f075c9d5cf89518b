/** Comments in other languages. */
package io.bilet.spi.translation;
