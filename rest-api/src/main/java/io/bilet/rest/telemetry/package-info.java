/**
 * Metrics: how long operations take, how many statements they need, and how much waits. The page of Prometheus is for
 * those who may {@code metrics.read}.
 */
@NullMarked
package io.bilet.rest.telemetry;

import org.jspecify.annotations.NullMarked;
