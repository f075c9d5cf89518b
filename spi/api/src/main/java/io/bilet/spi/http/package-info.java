/** How plugins speak HTTP to their far ends: through the host, which watches where it goes, how much and how long. */
package io.bilet.spi.http;
