/** Swarms over HTTP. */
@NullMarked
package io.bilet.rest.swarm;

import org.jspecify.annotations.NullMarked;
