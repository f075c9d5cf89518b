/** Routing rules, what conditions can ask, and why things were decided as they were, over HTTP. */
@NullMarked
package io.bilet.rest.routing;

import org.jspecify.annotations.NullMarked;
