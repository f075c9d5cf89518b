package io.bilet.automation.macro;

import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.automation.action.Action;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.InvalidInput;
import java.util.List;
import java.util.Map;

/**
 * What people may put into macros of their own and into bulk changes: nothing that they could not do by hand. A macro
 * for others was made by somebody who answers for it, as for a rule, so agents may use what is in it.
 */
public final class OwnActions {

    private static final Map<String, Permission> NEEDED = Map.ofEntries(
            Map.entry("add_tags", Permission.TICKETS_UPDATE),
            Map.entry("remove_tags", Permission.TICKETS_UPDATE),
            Map.entry("set_tags", Permission.TICKETS_UPDATE),
            Map.entry("set_priority", Permission.TICKETS_UPDATE),
            Map.entry("set_type", Permission.TICKETS_UPDATE),
            Map.entry("set_language", Permission.TICKETS_UPDATE),
            Map.entry("set_status", Permission.TICKETS_UPDATE),
            Map.entry("snooze", Permission.TICKETS_UPDATE),
            Map.entry("archive", Permission.TICKETS_UPDATE),
            Map.entry("start_swarm", Permission.TICKETS_UPDATE),
            Map.entry("add_followers", Permission.TICKETS_UPDATE),
            Map.entry("remove_followers", Permission.TICKETS_UPDATE),
            // Who may say it is asked when it is said.
            Map.entry("comment", Permission.TICKETS_READ),
            Map.entry("set_group", Permission.TICKETS_ASSIGN),
            Map.entry("set_assignee", Permission.TICKETS_ASSIGN),
            Map.entry("set_tier", Permission.TICKETS_ASSIGN));

    private OwnActions() {}

    /**
     * Keeps out what nobody does by hand.
     *
     * @throws InvalidInput naming the first action that people do not do themselves
     */
    public static void requireOnlyOwn(List<Action> actions) {
        for (int i = 0; i < actions.size(); i++) {
            if (!NEEDED.containsKey(actions.get(i).kind())) {
                throw new InvalidInput(
                        "/actions/%d/kind".formatted(i),
                        "not_by_hand",
                        "Only rules and macros of the desk can do this.");
            }
        }
    }

    /**
     * Sees to it that the caller could do all of it by hand.
     *
     * @throws Forbidden naming the permission that is missing
     */
    public static void requirePermitted(Caller caller, List<Action> actions) {
        actions.forEach(action -> caller.require(NEEDED.getOrDefault(action.kind(), Permission.MACROS_MANAGE)));
    }
}
