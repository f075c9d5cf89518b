/**
 * What can be said about a ticket in the words of its reader: the values behind the names of {@link
 * io.bilet.template.Placeholders}.
 *
 * <p>What goes to a requester never says what was written in an internal note, nor the tags that agents work with.
 * Reads only what a template asks for; owns no table.
 */
@NullMarked
package io.bilet.wording;

import org.jspecify.annotations.NullMarked;
