package io.bilet.rest;

import io.bilet.rest.audit.AuditEntriesResource;
import io.bilet.rest.automation.AutomationsResource;
import io.bilet.rest.automation.TriggersResource;
import io.bilet.rest.brand.BrandsResource;
import io.bilet.rest.bulk.BulkChangesResource;
import io.bilet.rest.change.ChangesResource;
import io.bilet.rest.change.LiveEventsResource;
import io.bilet.rest.docs.DocumentsResource;
import io.bilet.rest.escalation.EscalationsResource;
import io.bilet.rest.escalation.TiersResource;
import io.bilet.rest.fact.CustomerFactsResource;
import io.bilet.rest.fact.FactDefinitionsResource;
import io.bilet.rest.field.TicketFieldsResource;
import io.bilet.rest.file.AttachmentsResource;
import io.bilet.rest.http.Answer;
import io.bilet.rest.http.Converters;
import io.bilet.rest.http.Gate;
import io.bilet.rest.http.ProblemMapper;
import io.bilet.rest.http.StrictBody;
import io.bilet.rest.http.call.JsonbResolver;
import io.bilet.rest.inbox.InboxResource;
import io.bilet.rest.macro.MacrosResource;
import io.bilet.rest.mail.InboundMailsResource;
import io.bilet.rest.mail.MailChannelsResource;
import io.bilet.rest.mail.SupportAddressesResource;
import io.bilet.rest.mail.SuspendedMailsResource;
import io.bilet.rest.metrics.MetricsResource;
import io.bilet.rest.organization.OrganizationsResource;
import io.bilet.rest.people.AgentsResource;
import io.bilet.rest.people.IdentitiesResource;
import io.bilet.rest.people.MeResource;
import io.bilet.rest.people.UsersResource;
import io.bilet.rest.plugin.PluginsResource;
import io.bilet.rest.report.ReportsResource;
import io.bilet.rest.routing.ConditionFieldsResource;
import io.bilet.rest.routing.DecisionsResource;
import io.bilet.rest.routing.RoutingRulesResource;
import io.bilet.rest.schedule.SchedulesResource;
import io.bilet.rest.sla.ClockChecksResource;
import io.bilet.rest.sla.ClockEventsResource;
import io.bilet.rest.sla.ClocksResource;
import io.bilet.rest.sla.SlaPoliciesResource;
import io.bilet.rest.swarm.SwarmsResource;
import io.bilet.rest.team.GroupsResource;
import io.bilet.rest.team.SkillsResource;
import io.bilet.rest.ticket.CommentsResource;
import io.bilet.rest.ticket.EventsResource;
import io.bilet.rest.ticket.FollowersResource;
import io.bilet.rest.ticket.HandoversResource;
import io.bilet.rest.ticket.LinksResource;
import io.bilet.rest.ticket.OffersResource;
import io.bilet.rest.ticket.TicketsResource;
import io.bilet.rest.token.TokensResource;
import io.bilet.rest.trial.JobsResource;
import io.bilet.rest.trial.TrialsResource;
import io.bilet.rest.view.ViewsResource;
import io.bilet.rest.webhook.InboundWebhooksResource;
import io.bilet.rest.webhook.WebhooksResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table of contents of the API: every class that serves it, listed by hand. */
@ApplicationPath("/api/v1")
public class BiletApplication extends Application {

    /** One for each interface of the specification. */
    static final List<Class<?>> RESOURCES = List.of(
            AgentsResource.class,
            AttachmentsResource.class,
            AuditEntriesResource.class,
            BrandsResource.class,
            ChangesResource.class,
            ClockChecksResource.class,
            ClockEventsResource.class,
            ClocksResource.class,
            CommentsResource.class,
            ConditionFieldsResource.class,
            CustomerFactsResource.class,
            DecisionsResource.class,
            DocumentsResource.class,
            EscalationsResource.class,
            EventsResource.class,
            FactDefinitionsResource.class,
            FollowersResource.class,
            LinksResource.class,
            GroupsResource.class,
            HandoversResource.class,
            OffersResource.class,
            IdentitiesResource.class,
            InboxResource.class,
            InboundMailsResource.class,
            InboundWebhooksResource.class,
            JobsResource.class,
            LiveEventsResource.class,
            MailChannelsResource.class,
            MeResource.class,
            MetricsResource.class,
            OrganizationsResource.class,
            PluginsResource.class,
            ReportsResource.class,
            TriggersResource.class,
            AutomationsResource.class,
            RoutingRulesResource.class,
            SchedulesResource.class,
            SkillsResource.class,
            SlaPoliciesResource.class,
            SupportAddressesResource.class,
            SuspendedMailsResource.class,
            SwarmsResource.class,
            TicketFieldsResource.class,
            TicketsResource.class,
            TiersResource.class,
            TokensResource.class,
            TrialsResource.class,
            BulkChangesResource.class,
            MacrosResource.class,
            ViewsResource.class,
            WebhooksResource.class,
            UsersResource.class);

    /** What every request passes, in no particular order; each says itself when its turn is. */
    static final List<Class<?>> STATIONS = List.of(
            Answer.class, Converters.class, Gate.class, JsonbResolver.class, ProblemMapper.class, StrictBody.class);

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(RESOURCES);
        classes.addAll(STATIONS);
        return classes;
    }

    /** Switches off what Jersey adds on its own; other servers do not know the names. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.server.response.setStatusOverSendError", true);
    }
}
