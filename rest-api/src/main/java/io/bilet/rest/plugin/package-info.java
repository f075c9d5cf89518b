/** The plugins of this node over HTTP. */
@NullMarked
package io.bilet.rest.plugin;

import org.jspecify.annotations.NullMarked;
