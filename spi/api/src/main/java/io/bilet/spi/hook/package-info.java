/** How far ends call in. */
package io.bilet.spi.hook;
