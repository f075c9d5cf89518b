/**
 * Organizations: the companies requesters ask for.
 *
 * <p>Decides which organization a mail domain belongs to. Owns {@code organization} and {@code organization_domain}. A
 * domain that is added later moves nobody: it counts for who comes next.
 */
@NullMarked
package io.bilet.people.organization;

import org.jspecify.annotations.NullMarked;
