/** Who is known: users with what they are recognised by, found by address, name, key, role or organization. */
@NullMarked
package io.bilet.people.directory;

import org.jspecify.annotations.NullMarked;
