/** API tokens over HTTP. */
@NullMarked
package io.bilet.rest.token;

import org.jspecify.annotations.NullMarked;
