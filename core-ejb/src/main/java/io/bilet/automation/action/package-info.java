/**
 * The one language in which triggers, automations and macros say what is done to a ticket.
 *
 * <p>A list of actions is kept as JSON, each an object with a {@code kind}. Capabilities add kinds ({@link
 * io.bilet.automation.action.ActionKinds}); lists are read strictly, name every place that is wrong, and are refused
 * where they contradict themselves. What an action does, it does to a {@link io.bilet.automation.action.Stage}, in the
 * transaction in which somebody asked for it. Owns no table.
 */
@NullMarked
package io.bilet.automation.action;

import org.jspecify.annotations.NullMarked;
