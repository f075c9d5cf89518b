/** Schedules, their holidays and calculations with their business time over HTTP. */
@NullMarked
package io.bilet.rest.schedule;

import org.jspecify.annotations.NullMarked;
