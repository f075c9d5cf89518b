/** Users, their identities, and agents over HTTP. */
@NullMarked
package io.bilet.rest.people;

import org.jspecify.annotations.NullMarked;
