package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.brand.BrandId;
import io.bilet.brand.BrandRepository;
import io.bilet.brand.DefaultBrand;
import io.bilet.condition.Facts;
import io.bilet.fact.CustomerFacts;
import io.bilet.field.CustomFields;
import io.bilet.people.Actor;
import io.bilet.people.Requester;
import io.bilet.people.RequesterRepository;
import io.bilet.people.UserId;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.typed.TypedValues;
import io.bilet.routing.WorkSizes;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Comment;
import io.bilet.ticket.Opening;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketFacts;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How tickets begin. */
@ApplicationScoped
class Openings {

    @Inject
    private TicketRepository tickets;

    @Inject
    private RequesterRepository requesters;

    @Inject
    private DefaultBrand defaultBrand;

    @Inject
    private BrandRepository brands;

    @Inject
    private CustomerFacts customers;

    @Inject
    private CustomFields customFields;

    @Inject
    private Conversation conversation;

    @Inject
    private Ownerships ownerships;

    @Inject
    private WorkSizes sizes;

    @Inject
    private Settlement settlement;

    /** An agent writes down what somebody asks. */
    Filed openByAgent(OpenTicket request, UserId agent, Act act) {
        Requester requester = requester(request.requester(), act);
        Ticket ticket = Ticket.open(opening(request.draft(), requester, AuthorRole.AGENT, null), act.at());
        var author = new Comment.Author(agent, AuthorRole.AGENT, request.draft().channel());
        return begin(ticket, request, requester, author, act);
    }

    /**
     * Somebody asks for help themselves, over whatever carried their words; unless a program did it, the act is
     * theirs.
     */
    Filed openByRequester(OpenTicket request, Act carried) {
        Requester requester = requester(request.requester(), carried);
        Act act = carried.actor().user() == null
                ? new Act(Actor.user(requester.id()), carried.cause(), carried.at())
                : carried;
        Ticket ticket = Ticket.open(opening(request.draft(), requester, AuthorRole.REQUESTER, null), act.at());
        var author = new Comment.Author(
                requester.id(), AuthorRole.REQUESTER, request.draft().channel());
        return begin(ticket, request, requester, author, act);
    }

    /** Continues a closed ticket in a new one, which prefers the agent who held the old one. */
    Filed followUp(Ticket closed, RequesterMessage message, Act act) {
        Requester requester = requesters.get(closed.origin().requester());
        var draft = new TicketDraft(
                message.subject(),
                Channel.EMAIL,
                TicketPriority.NORMAL,
                null,
                new TreeSet<>(closed.description().tags()),
                closed.description().language().orElse(null),
                null,
                closed.origin().brand(),
                closed.ownership().group().orElse(null),
                TypedValues.NONE);
        Ticket ticket = Ticket.open(opening(draft, requester, AuthorRole.REQUESTER, closed.id()), act.at());
        closed.ownership()
                .assignee()
                .or(() -> closed.ownership().previousAssignee())
                .ifPresent(agent -> ticket.ownership().prefer(agent, act.at()));
        var request = new OpenTicket(new RequesterRef.Known(requester.id()), draft, message.comment(), null);
        var author = new Comment.Author(message.author(), AuthorRole.REQUESTER, Channel.EMAIL);
        return begin(ticket, request, requester, author, act);
    }

    private Filed begin(Ticket ticket, OpenTicket request, Requester requester, Comment.Author author, Act act) {
        TicketDraft draft = request.draft();
        ticket.describe(
                ticket.description()
                        .withTags(draft.tags())
                        .withCustomFields(customFields.withDefaults(draft.customFields())),
                act.at());
        ticket.demand().room(sizes.of(draft.channel()));
        if (draft.groupId() != null) {
            ownerships.moveToGroup(ticket, draft.groupId(), act);
        }
        Comment comment = conversation.say(ticket, author, request.comment(), true, act.at());
        String said = comment.said().text();
        Facts facts =
                customers.beside(new TicketFacts(ticket, () -> requester, said, request.supportAddress(), act.at()));
        Runnable store = () -> {
            tickets.add(ticket);
            conversation.store(comment, author, request.comment(), act.at());
        };
        settlement.settleOpening(ticket, store, facts, act);
        return new Filed(ticket, comment, true);
    }

    private Requester requester(RequesterRef ref, Act act) {
        if (ref instanceof RequesterRef.ByAddress newcomer) {
            return requesters.meet(newcomer.address(), newcomer.name(), newcomer.language(), act.at());
        }
        try {
            return requesters.get(((RequesterRef.Known) ref).id());
        } catch (NotFound unknown) {
            throw InvalidInput.unknownReference("/requester/id");
        }
    }

    private BrandId brand(@Nullable BrandId named) {
        if (named == null || named.equals(defaultBrand.id())) {
            return defaultBrand.id();
        }
        return brands.find(named)
                .orElseThrow(() -> InvalidInput.unknownReference("/brand_id"))
                .id();
    }

    private Opening opening(TicketDraft draft, Requester requester, AuthorRole role, @Nullable TicketId followUpOf) {
        String language = draft.language() == null ? requester.language() : draft.language();
        return new Opening(
                TicketId.next(),
                draft.subject(),
                requester.id(),
                requester.organizationId(),
                brand(draft.brandId()),
                draft.channel(),
                role,
                draft.priority(),
                draft.type(),
                language,
                draft.externalId(),
                followUpOf);
    }
}
