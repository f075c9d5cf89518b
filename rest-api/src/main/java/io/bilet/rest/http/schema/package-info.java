/**
 * Checks JSON against the schemas of the API specification, and says by JSON Pointer what is wrong where.
 *
 * <p>Reads as much of the schema language as the specification uses and refuses to start on anything else, so that no
 * rule of the specification is passed over in silence.
 */
@NullMarked
package io.bilet.rest.http.schema;

import org.jspecify.annotations.NullMarked;
