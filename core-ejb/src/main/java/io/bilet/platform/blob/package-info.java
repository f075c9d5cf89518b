/**
 * Keeps files: raw mail and attachments, in one directory that all nodes share, each under the digest of its content.
 *
 * <p>A file that was put is on disk before {@code put} returns, complete, and never changes. Who may read it is not
 * decided here: rows elsewhere hold the digest, and only those rows are shown to anybody.
 */
@NullMarked
package io.bilet.platform.blob;

import org.jspecify.annotations.NullMarked;
