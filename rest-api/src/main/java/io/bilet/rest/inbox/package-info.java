/** The personal inbox over HTTP. */
@NullMarked
package io.bilet.rest.inbox;

import org.jspecify.annotations.NullMarked;
