/**
 * What Bilet costs: throughput, latency, statements, processor time and memory of the main job under a fixed load,
 * each beside
 * the same rows written and read by plain prepared statements in the same run.
 */
@NullMarked
package io.bilet.bench;

import org.jspecify.annotations.NullMarked;
