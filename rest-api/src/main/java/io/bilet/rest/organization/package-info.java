/** Organizations over HTTP. */
@NullMarked
package io.bilet.rest.organization;

import org.jspecify.annotations.NullMarked;
