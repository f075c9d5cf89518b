/** Numbers over HTTP, as JSON and as CSV. */
@NullMarked
package io.bilet.rest.report;

import org.jspecify.annotations.NullMarked;
