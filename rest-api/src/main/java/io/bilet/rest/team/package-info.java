/** Groups, their members, and skills over HTTP. */
@NullMarked
package io.bilet.rest.team;

import org.jspecify.annotations.NullMarked;
