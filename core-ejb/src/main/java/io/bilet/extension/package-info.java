/**
 * What plugins add to a ticket's story, always after commit: listeners hear what happened, and can neither delay nor
 * undo it.
 *
 * <p>Each plugin has a work queue of its own, so that one that hangs delays no other. A notice comes at least once,
 * for one ticket in order; after eight attempts it is put aside and the ticket's next one follows.
 */
@NullMarked
package io.bilet.extension;

import org.jspecify.annotations.NullMarked;
