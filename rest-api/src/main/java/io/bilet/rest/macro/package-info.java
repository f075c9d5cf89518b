/** Macros over HTTP. */
@NullMarked
package io.bilet.rest.macro;

import org.jspecify.annotations.NullMarked;
