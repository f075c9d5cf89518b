/** Views over HTTP. */
@NullMarked
package io.bilet.rest.view;

import org.jspecify.annotations.NullMarked;
