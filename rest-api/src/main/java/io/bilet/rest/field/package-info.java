/** Fields that administrators add to tickets, over HTTP. */
@NullMarked
package io.bilet.rest.field;

import org.jspecify.annotations.NullMarked;
