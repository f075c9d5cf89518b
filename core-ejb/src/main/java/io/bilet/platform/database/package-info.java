/** The schema, and how instants and identities are written to it. */
@NullMarked
package io.bilet.platform.database;

import org.jspecify.annotations.NullMarked;
