/**
 * Macros: what agents do to a ticket by hand, again and again, with one call.
 *
 * <p>A macro is for its maker, a group, a role, a brand or everybody. Each wording is kept as a version, and each use
 * is counted, so that the answers given most often can be told. Owns {@code macro}, {@code macro_version} and
 * {@code macro_run}; what a macro does, the flow does.
 */
@NullMarked
package io.bilet.automation.macro;

import org.jspecify.annotations.NullMarked;
