/** Brands over HTTP. */
@NullMarked
package io.bilet.rest.brand;

import org.jspecify.annotations.NullMarked;
