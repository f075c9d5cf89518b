/** Tiers over HTTP: how tickets go between them, and where they are solved. */
@NullMarked
package io.bilet.rest.escalation;

import org.jspecify.annotations.NullMarked;
