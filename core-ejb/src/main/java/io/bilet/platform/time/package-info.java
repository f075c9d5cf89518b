/** The clock that business time is asked of. */
@NullMarked
package io.bilet.platform.time;

import org.jspecify.annotations.NullMarked;
