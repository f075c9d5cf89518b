/** The audit log over HTTP. */
@NullMarked
package io.bilet.rest.audit;

import org.jspecify.annotations.NullMarked;
