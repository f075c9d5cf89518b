package io.bilet.ticket;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Why nobody owns a ticket. */
public enum UnassignedReason {
    /** Routing has not looked at it yet. */
    AWAITING_ROUTING,
    /** No group was chosen and there is no default group. */
    NO_GROUP,
    /** The group has no member who is online. */
    NO_AGENT_ONLINE,
    /** Members are online, but none has the skills asked for. */
    NO_SKILL_MATCH,
    /** Everybody who could take it is full. */
    CAPACITY_FULL,
    /** It is held out to an agent who has not answered yet. */
    OFFERED,
    /** Everybody who could take it would not. */
    DECLINED,
    /** A rule or an agent put it away. */
    ARCHIVED,
    /** It is unwanted. */
    SPAM,
    /** An agent gave it back. */
    RELEASED;

    /** Those of tickets that routing looks at again and again. */
    public static final Set<UnassignedReason> WAITING =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(OFFERED, ARCHIVED, SPAM)));
}
