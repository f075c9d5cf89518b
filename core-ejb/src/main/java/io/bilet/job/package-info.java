/**
 * Work that takes longer than a request: who asked for it, how far it is, and what came of it.
 *
 * <p>Owns {@code job}. A job goes on in short steps, each one transaction with its effect and its place, so that a node
 * that stops loses nothing and no step is done twice. What a job does, others say: {@link io.bilet.job.JobTask}.
 */
@NullMarked
package io.bilet.job;

import org.jspecify.annotations.NullMarked;
