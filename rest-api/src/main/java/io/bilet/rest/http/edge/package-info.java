/** The outermost station: who calls, how a request is named, what every answer says, and how refusals look. */
@NullMarked
package io.bilet.rest.http.edge;

import org.jspecify.annotations.NullMarked;
