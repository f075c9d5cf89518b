/**
 * What happens to a ticket when it is opened: ordered rules give it a group, priority, skills, tags and a language,
 * or put it away.
 *
 * <p>Rules are asked in order and each sees what those before it did. The first rule that decides a single value
 * wins; tags and skills add up; a rule that archives or marks as spam ends the run. Every wording a rule ever had is
 * kept, because decisions refer to it. Owns the tables {@code routing_rule}, {@code routing_rule_version} and {@code
 * routing_rule_set}.
 */
@NullMarked
package io.bilet.routing.rule;

import org.jspecify.annotations.NullMarked;
