/** The page of metrics. */
@NullMarked
package io.bilet.rest.metrics;

import org.jspecify.annotations.NullMarked;
