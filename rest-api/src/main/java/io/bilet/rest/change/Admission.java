package io.bilet.rest.change;

import io.bilet.access.Caller;
import java.time.Duration;

/**
 * Leave to watch.
 *
 * @param position of the last change that is known already
 */
record Admission(Caller caller, long position, Duration stay) {}
