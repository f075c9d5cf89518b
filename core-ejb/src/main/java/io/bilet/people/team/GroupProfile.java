package io.bilet.people.team;

import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.Require;

/**
 * What is said about a group; refuses what breaks a rule, naming the field.
 *
 * @param name 1 to 100 characters, unique
 * @param tier support level, 0 (people help themselves) to 4 (the maker of what is supported)
 * @param isDefault whether tickets go there when no rule names a group
 * @param sharing how its tickets are shared out
 * @param calling for whom it is there, and who it is
 */
public record GroupProfile(String name, int tier, boolean isDefault, Sharing sharing, Calling calling) {

    private static final int NAME_LENGTH_MAX = 100;
    private static final int TIER_MAX = 4;

    public GroupProfile {
        Require.line(name, NAME_LENGTH_MAX, "/name");
        Require.range(tier, 0, TIER_MAX, "/tier");
        if (calling.vendor() != null && tier != TIER_MAX) {
            throw new InvalidInput("/vendor", "not_on_tier_4", "Only a group on tier 4 can be a vendor.");
        }
    }

    /** A group for everybody that shares out its tickets as groups do by default. */
    public GroupProfile(String name, int tier, boolean isDefault) {
        this(name, tier, isDefault, Sharing.DEFAULT, Calling.EVERYBODY);
    }
}
