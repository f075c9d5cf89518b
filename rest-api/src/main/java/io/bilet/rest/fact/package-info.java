/** What is known about customers, over HTTP. */
@NullMarked
package io.bilet.rest.fact;

import org.jspecify.annotations.NullMarked;
