/**
 * What every request meets, whatever it asks for: who calls, whether they may, whether the request can be read, how
 * often it may come and be repeated, and how refusals are told.
 *
 * <p>What an operation takes and who may call it is read from the API specification itself; an operation that is not
 * in it is refused. Uses Jakarta EE only, so that it is the same on every server.
 */
@NullMarked
package io.bilet.rest.http;

import org.jspecify.annotations.NullMarked;
