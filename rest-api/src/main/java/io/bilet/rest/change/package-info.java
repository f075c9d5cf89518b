/** What happens, for those who follow it, over HTTP. */
@NullMarked
package io.bilet.rest.change;

import org.jspecify.annotations.NullMarked;
