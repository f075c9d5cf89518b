/** Trials, and the jobs that run them, over HTTP. */
@NullMarked
package io.bilet.rest.trial;

import org.jspecify.annotations.NullMarked;
