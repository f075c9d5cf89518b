/**
 * What an agent sees: the work in front of them, ordered by what is due, and lists of tickets by what they have in
 * common.
 *
 * <p>Reads only. Its SQL joins the tables of other packages and imports no repository of theirs; who may see a ticket
 * is part of each query.
 */
@NullMarked
package io.bilet.inbox;

import org.jspecify.annotations.NullMarked;
