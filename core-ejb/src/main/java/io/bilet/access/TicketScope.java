package io.bilet.access;

import io.bilet.brand.BrandId;
import java.util.HashMap;
import java.util.Map;

/**
 * The tickets a caller sees, as a condition for queries; says in SQL what {@link AccessPolicy#sight} says of one
 * ticket.
 */
public final class TicketScope {

    private static final String SEEN_BY_STAFF = """
            (%1$s.group_id IN (:scopeGroups) OR %1$s.assignee_id = :scopeUser OR %1$s.requester_id = :scopeUser
             OR EXISTS (SELECT 1 FROM ticket_follower f WHERE f.ticket_id = %1$s.id AND f.user_id = :scopeUser)
             OR EXISTS (SELECT 1 FROM swarm_member w
                        WHERE w.ticket_id = %1$s.id AND w.agent_id = :scopeUser AND w.state <> 'DECLINED'))""";

    private final Caller caller;

    private TicketScope(Caller caller) {
        this.caller = caller;
    }

    public static TicketScope of(Caller caller) {
        return new TicketScope(caller);
    }

    /**
     * A condition over the columns of {@code ticket} under the given alias; its parameters start with {@code scope}.
     */
    public String condition(String alias) {
        String who = who(alias);
        return caller.brands().isEmpty() ? who : "(%s AND %s.brand_id IN (:scopeBrands))".formatted(who, alias);
    }

    /** The values of the condition's parameters. */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        if (!seesEverybodys()) {
            parameters.put("scopeUser", caller.effectiveUserId().value());
        }
        if (seesGroups()) {
            parameters.put("scopeGroups", caller.groupIds());
        }
        if (!caller.brands().isEmpty()) {
            parameters.put(
                    "scopeBrands", caller.brands().stream().map(BrandId::value).toList());
        }
        return parameters;
    }

    private String who(String alias) {
        if (seesEverybodys()) {
            return "TRUE";
        }
        if (!seesGroups()) {
            return alias + ".requester_id = :scopeUser";
        }
        return SEEN_BY_STAFF.formatted(alias);
    }

    private boolean seesEverybodys() {
        return !caller.isRequester()
                && switch (caller.role()) {
                    case ADMIN, SUPERVISOR, SERVICE -> true;
                    case AGENT, LIGHT_AGENT, REQUESTER -> false;
                };
    }

    private boolean seesGroups() {
        return !caller.isRequester() && !seesEverybodys();
    }
}
