/** What can be refused, and how a refusal reaches the caller. */
@NullMarked
package io.bilet.platform.error;

import org.jspecify.annotations.NullMarked;
