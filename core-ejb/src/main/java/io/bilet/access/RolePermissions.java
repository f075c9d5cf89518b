package io.bilet.access;

import static io.bilet.access.Permission.*;

import io.bilet.people.Role;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The table of roles and what each may do. */
public final class RolePermissions {

    /** What the token of a new installation may do: ask who it is, and make a token. */
    public static final Set<Permission> FIRST_ADMIN = Collections.unmodifiableSet(EnumSet.of(ME_READ, TOKENS_MANAGE));

    private static final Set<Permission> REQUESTER = Collections.unmodifiableSet(
            EnumSet.of(ME_READ, TICKETS_READ, TICKETS_CREATE, TICKETS_ANSWER, ATTACHMENTS_READ, ATTACHMENTS_CREATE));

    private static final Set<Permission> LIGHT_AGENT = Collections.unmodifiableSet(EnumSet.of(
            ME_READ,
            TICKETS_READ,
            TICKETS_COMMENT_INTERNAL,
            DECISIONS_READ,
            CHANGES_READ,
            FACTS_READ,
            TICKET_FIELDS_READ,
            VIEWS_READ,
            VIEWS_CREATE,
            USERS_READ,
            ORGANIZATIONS_READ,
            GROUPS_READ,
            SKILLS_READ,
            AGENTS_READ,
            BRANDS_READ,
            SCHEDULES_READ,
            SLA_POLICIES_READ,
            ATTACHMENTS_READ,
            ATTACHMENTS_CREATE));

    private static final Set<Permission> AGENT = with(
            LIGHT_AGENT,
            TICKETS_CREATE,
            TICKETS_ANSWER,
            TICKETS_UPDATE,
            INBOX_READ,
            MACROS_READ,
            MACROS_CREATE,
            BULK_CHANGES_RUN,
            JOBS_READ,
            REPORTS_READ,
            AGENTS_PRESENCE,
            ROUTING_RULES_READ,
            TRIGGERS_READ,
            AUTOMATIONS_READ);

    private static final Set<Permission> SUPERVISOR = with(
            AGENT,
            TICKETS_ASSIGN,
            TICKETS_PICK,
            TICKETS_DELETE,
            TRIALS_RUN,
            FACTS_WRITE,
            VIEWS_MANAGE,
            MACROS_MANAGE,
            USERS_MANAGE,
            ORGANIZATIONS_MANAGE,
            SKILLS_MANAGE,
            AGENTS_MANAGE,
            CHANNELS_READ,
            SUSPENDED_MAILS_READ,
            SUSPENDED_MAILS_MANAGE,
            AUDIT_READ);

    private static final Set<Permission> ALL = Collections.unmodifiableSet(EnumSet.allOf(Permission.class));

    private RolePermissions() {}

    /**
     * What a user of the role may do. For a service account it is the most that the scopes of its tokens can grant:
     * tokens stay in the hands of people.
     */
    public static Set<Permission> of(Role role) {
        return switch (role) {
            case ADMIN -> ALL;
            case SUPERVISOR -> SUPERVISOR;
            case AGENT -> AGENT;
            case LIGHT_AGENT -> LIGHT_AGENT;
            case REQUESTER -> REQUESTER;
            case SERVICE -> SERVICE;
        };
    }

    private static final Set<Permission> SERVICE = without(ALL, TOKENS_MANAGE);

    private static Set<Permission> with(Set<Permission> base, Permission... more) {
        EnumSet<Permission> all = EnumSet.copyOf(base);
        Collections.addAll(all, more);
        return Collections.unmodifiableSet(all);
    }

    private static Set<Permission> without(Set<Permission> base, Permission permission) {
        EnumSet<Permission> rest = EnumSet.copyOf(base);
        rest.remove(permission);
        return Collections.unmodifiableSet(rest);
    }
}
