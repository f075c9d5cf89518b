/** What attackers try, named after the classes of holes that ticket systems had; each against the real server. */
@NullMarked
package io.bilet.journey.security;

import org.jspecify.annotations.NullMarked;
