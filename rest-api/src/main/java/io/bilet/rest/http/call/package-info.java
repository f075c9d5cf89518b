/** One call of an operation: what is known of it, and that it acts once however often it is repeated. */
@NullMarked
package io.bilet.rest.http.call;

import org.jspecify.annotations.NullMarked;
