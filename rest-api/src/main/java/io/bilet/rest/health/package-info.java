/**
 * Whether this node lives and whether it can take requests. A node that is not ready may well be alive: restarting it
 * would not bring the database back.
 */
@NullMarked
package io.bilet.rest.health;

import org.jspecify.annotations.NullMarked;
