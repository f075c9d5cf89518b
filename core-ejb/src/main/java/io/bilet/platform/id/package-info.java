/** Ids: time-ordered inside, opaque and prefixed outside. */
@NullMarked
package io.bilet.platform.id;

import org.jspecify.annotations.NullMarked;
