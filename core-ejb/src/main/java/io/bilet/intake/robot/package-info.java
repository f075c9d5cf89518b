/**
 * Tells mail that people wrote from mail that machines sent: answering machines, mailing lists, delivery failures,
 * complaints, and our own mail coming back. Machines are recorded, never answered, and never open work.
 */
@NullMarked
package io.bilet.intake.robot;

import org.jspecify.annotations.NullMarked;
