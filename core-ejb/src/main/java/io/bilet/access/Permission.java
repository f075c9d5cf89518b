package io.bilet.access;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be permitted; the names are those of {@code x-permission} in the API specification. */
public enum Permission {
    ME_READ("me.read"),

    TICKETS_READ("tickets.read"),
    TICKETS_CREATE("tickets.create"),
    TICKETS_ANSWER("tickets.answer"),
    TICKETS_COMMENT_INTERNAL("tickets.comment_internal"),
    TICKETS_UPDATE("tickets.update"),
    TICKETS_ASSIGN("tickets.assign"),
    TICKETS_PICK("tickets.pick"),
    TICKETS_DELETE("tickets.delete"),
    DECISIONS_READ("decisions.read"),
    INBOX_READ("inbox.read"),
    REPORTS_READ("reports.read"),

    CHANGES_READ("changes.read"),

    FACTS_READ("facts.read"),
    FACTS_WRITE("facts.write"),
    FACTS_DEFINE("facts.define"),
    TICKET_FIELDS_READ("ticket_fields.read"),
    TICKET_FIELDS_MANAGE("ticket_fields.manage"),

    WEBHOOKS_READ("webhooks.read"),
    WEBHOOKS_MANAGE("webhooks.manage"),

    VIEWS_READ("views.read"),
    VIEWS_CREATE("views.create"),
    VIEWS_MANAGE("views.manage"),
    MACROS_READ("macros.read"),
    MACROS_CREATE("macros.create"),
    MACROS_MANAGE("macros.manage"),

    USERS_READ("users.read"),
    USERS_MANAGE("users.manage"),
    ORGANIZATIONS_READ("organizations.read"),
    ORGANIZATIONS_MANAGE("organizations.manage"),
    GROUPS_READ("groups.read"),
    GROUPS_MANAGE("groups.manage"),
    SKILLS_READ("skills.read"),
    SKILLS_MANAGE("skills.manage"),
    AGENTS_READ("agents.read"),
    AGENTS_PRESENCE("agents.presence"),
    AGENTS_MANAGE("agents.manage"),
    BRANDS_READ("brands.read"),
    BRANDS_MANAGE("brands.manage"),

    SCHEDULES_READ("schedules.read"),
    SCHEDULES_MANAGE("schedules.manage"),
    SLA_POLICIES_READ("sla_policies.read"),
    SLA_POLICIES_MANAGE("sla_policies.manage"),
    ROUTING_RULES_READ("routing_rules.read"),
    ROUTING_RULES_MANAGE("routing_rules.manage"),
    TRIGGERS_READ("triggers.read"),
    TRIGGERS_MANAGE("triggers.manage"),
    AUTOMATIONS_READ("automations.read"),
    AUTOMATIONS_MANAGE("automations.manage"),
    TRIALS_RUN("trials.run"),
    BULK_CHANGES_RUN("bulk_changes.run"),
    JOBS_READ("jobs.read"),

    CHANNELS_READ("channels.read"),
    CHANNELS_MANAGE("channels.manage"),
    MAILS_SUBMIT("mails.submit"),
    SUSPENDED_MAILS_READ("suspended_mails.read"),
    SUSPENDED_MAILS_MANAGE("suspended_mails.manage"),
    ATTACHMENTS_READ("attachments.read"),
    ATTACHMENTS_CREATE("attachments.create"),

    TOKENS_MANAGE("tokens.manage"),
    PLUGINS_READ("plugins.read"),
    PLUGINS_MANAGE("plugins.manage"),
    AUDIT_READ("audit.read"),
    METRICS_READ("metrics.read");

    private static final Map<String, Permission> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(permission -> permission.text, Function.identity()));

    private final String text;

    Permission(String text) {
        this.text = text;
    }

    /** Reads the dotted name. */
    public static Optional<Permission> named(String text) {
        return Optional.ofNullable(BY_NAME.get(text));
    }

    /** The dotted name, as in {@code tickets.read}. */
    @Override
    public String toString() {
        return text;
    }
}
