/**
 * Reads one raw mail: who wrote what to whom, with which files, and whether a person wrote it at all.
 *
 * <p>Mail is hostile and broken. Everything here has a limit and gives a reading or an {@link
 * io.bilet.intake.reading.UnreadableMail} with its reason; nothing else is thrown, no charset or header is too odd.
 * Nothing is fetched, rendered or stored but attachments, which go to a {@link io.bilet.intake.reading.FileSink} as
 * they are met, so that a large mail never lies in memory.
 */
@NullMarked
package io.bilet.intake.reading;

import org.jspecify.annotations.NullMarked;
