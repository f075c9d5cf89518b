/** Bulk changes over HTTP. */
@NullMarked
package io.bilet.rest.bulk;

import org.jspecify.annotations.NullMarked;
