package io.bilet.rest.fact;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.CustomerFactsApi;
import io.bilet.api.v1.model.KnownCustomer;
import io.bilet.api.v1.model.NewCustomerFact;
import io.bilet.api.v1.model.TicketContext;
import io.bilet.fact.CustomerFact;
import io.bilet.fact.CustomerFactAdmin;
import io.bilet.fact.CustomerFactRepository;
import io.bilet.flow.TicketReader;
import io.bilet.people.OrganizationId;
import io.bilet.people.Requester;
import io.bilet.people.RequesterRepository;
import io.bilet.people.UserId;
import io.bilet.people.organization.OrganizationRepository;
import io.bilet.rest.http.ApiResource;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known about customers, over HTTP. */
@ApiResource
@Path(CustomerFactsApi.BASE_PATH)
public class CustomerFactsResource implements CustomerFactsApi {

    @Inject
    CurrentCaller caller;

    @Inject
    CustomerFactAdmin admin;

    @Inject
    CustomerFactRepository facts;

    @Inject
    RequesterRepository requesters;

    @Inject
    OrganizationRepository organizations;

    @Inject
    TicketReader tickets;

    @Inject
    Clock clock;

    @Override
    public Response listUserFacts(String userId) {
        return all(user(userId).value());
    }

    @Override
    public Response updateUserFact(String userId, String factName, NewCustomerFact body) {
        return one(admin.observe(user(userId), factName, CustomerFactJson.observation(body)));
    }

    @Override
    public Response deleteUserFact(String userId, String factName) {
        admin.forget(user(userId), factName);
        return Response.noContent().build();
    }

    @Override
    public Response listOrganizationFacts(String organizationId) {
        return all(organization(organizationId).value());
    }

    @Override
    public Response updateOrganizationFact(String organizationId, String factName, NewCustomerFact body) {
        return one(admin.observe(organization(organizationId), factName, CustomerFactJson.observation(body)));
    }

    @Override
    public Response deleteOrganizationFact(String organizationId, String factName) {
        admin.forget(organization(organizationId), factName);
        return Response.noContent().build();
    }

    @Override
    public Response getTicketContext(String ticketId) {
        Ticket ticket = tickets.wholeTicket(caller.get(), TicketId.parse(ticketId));
        Requester asked = requesters.get(ticket.origin().requester());
        OrganizationId organization = asked.organizationId();
        List<UUID> owners = new ArrayList<>(List.of(asked.id().value()));
        if (organization != null) {
            owners.add(organization.value());
        }
        Map<UUID, List<CustomerFact>> known = facts.of(owners);
        var context = new TicketContext()
                .requester(customer(
                        asked.id().toString(),
                        asked.name(),
                        known.get(asked.id().value())));
        if (organization != null) {
            context.organization(customer(
                    organization.toString(),
                    String.valueOf(asked.organizationName()),
                    known.get(organization.value())));
        }
        return Response.ok(context).build();
    }

    private KnownCustomer customer(String id, String name, @Nullable List<CustomerFact> known) {
        return new KnownCustomer()
                .id(id)
                .name(name)
                .facts(known == null ? List.of() : CustomerFactJson.of(known, now()));
    }

    private Response all(UUID owner) {
        return Response.ok(CustomerFactJson.all(facts.of(List.of(owner)).getOrDefault(owner, List.of()), now()))
                .build();
    }

    private Response one(CustomerFact fact) {
        return Response.ok(CustomerFactJson.of(fact, now())).build();
    }

    private Instant now() {
        return clock.instant();
    }

    private UserId user(String id) {
        return requesters.get(UserId.parse(id)).id();
    }

    private OrganizationId organization(String id) {
        return organizations.get(OrganizationId.parse(id)).id();
    }
}
