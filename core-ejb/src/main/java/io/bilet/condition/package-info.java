/**
 * The one language in which rules, policies, views and filters say when they apply.
 *
 * <p>A condition is a tree of all, any, not and checks; a check compares one typed field with a value. Capabilities
 * add fields ({@link io.bilet.condition.FieldSource}); operators belong to the type of a field. Trees are read
 * strictly, kept as the JSON they came as, and answer with the reason for their answer. Owns no table and knows no
 * ticket.
 */
@NullMarked
package io.bilet.condition;

import org.jspecify.annotations.NullMarked;
