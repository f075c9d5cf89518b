/**
 * Schedules: when work is done, and so when time counts.
 *
 * <p>Decides how much business time lies between two instants, and when so much of it has passed. An instant counts
 * when the clock on the wall of the schedule's time zone shows a time within an open interval, and its date is no
 * holiday. Owns {@code schedule} and {@code schedule_version}; knows nothing of tickets and targets.
 */
@NullMarked
package io.bilet.schedule;

import org.jspecify.annotations.NullMarked;
