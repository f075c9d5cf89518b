package io.bilet.routing;

import io.bilet.decision.Decision;
import io.bilet.decision.DecisionKind;
import io.bilet.decision.Effect;
import io.bilet.decision.Outcome;
import io.bilet.decision.Subject;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.platform.json.Wire;
import io.bilet.routing.Selection.Question;
import io.bilet.routing.Staff.Team;
import io.bilet.ticket.Folder;
import io.bilet.ticket.OfferKeeper;
import io.bilet.ticket.OfferRepository;
import io.bilet.ticket.OfferState;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketEvent.FieldChanged;
import io.bilet.ticket.TicketEvent.Offered;
import io.bilet.ticket.UnassignedReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds an owner for a ticket that has none, and keeps count of what everybody holds. */
@ApplicationScoped
public class Router {

    private static final Subject ROUTER = Subject.builtIn("router");

    /** Who asks for work is there to answer. */
    private static final Duration ASKED_TIMEOUT = Duration.ofMinutes(1);

    @Inject
    private Staffing staffing;

    @Inject
    private AgentBoard board;

    @Inject
    private LoadRepository loads;

    @Inject
    private OfferRepository offers;

    @Inject
    private Needs needs;

    @Inject
    private Backlog backlog;

    @Inject
    private Event<RoomMade> rooms;

    /**
     * Follows what happened to the ticket since its events were last taken: counts it with who holds it now, and
     * finds an owner if it needs one.
     *
     * @return the choice of an owner, or why there is none; empty if the ticket is held, needs nobody, or still waits
     *     for the same reason
     */
    public Optional<Decision> follow(Ticket ticket, Instant now) {
        withdrawOffer(ticket, now);
        recount(ticket);
        boolean needsOwner = needsOwner(ticket);
        ticket.ownership().awaitOwner(needsOwner, now);
        return needsOwner && ticket.ownership().offeredTo().isEmpty() ? findOwner(ticket, now) : Optional.empty();
    }

    /**
     * Holds a waiting ticket out to an agent who asked for one.
     *
     * @return the choice, with why it was theirs; empty if they cannot take it
     */
    public Optional<Decision> handOut(Ticket ticket, UserId agent, Instant now) {
        Staff staff = staffing.present();
        Need need = needs.of(ticket, now);
        Optional<Team> alone = teamOf(ticket, staff)
                .flatMap(team -> staff.reach(team, need.waited()).only(agent));
        return alone.flatMap(team -> {
            Question question = new Question(staff, team, need, now);
            Selection selection = claim(question);
            return selection.chosen().map(chosen -> offered(ticket, question, chosen, ASKED_TIMEOUT, true)
                    .with(selection.candidates()));
        });
    }

    private static Optional<Team> teamOf(Ticket ticket, Staff staff) {
        Optional<GroupId> group = ticket.ownership().group();
        return group.isPresent() ? staff.team(group.get()) : staff.defaultTeam();
    }

    /** Stores the offers of a ticket that is stored itself. */
    public void keepOffers(Ticket ticket) {
        ticket.ownership().takeOffers().forEach(offers::add);
    }

    /** What happened to the ticket may have made an open offer pointless. */
    private void withdrawOffer(Ticket ticket, Instant now) {
        boolean moved = ticket.happenings().pending().stream()
                .anyMatch(event ->
                        event instanceof FieldChanged change && change.field().equals("group_id"));
        if (ticket.ownership().offeredTo().isPresent() && (moved || !needsOwner(ticket))) {
            new OfferKeeper(ticket, now).withdraw();
        }
        boolean ended = ticket.happenings().pending().stream()
                .anyMatch(event -> event instanceof Offered offered && offered.to() == null);
        if (ended) {
            offers.open(ticket.id()).ifPresent(offer -> offers.end(offer, OfferState.WITHDRAWN, now));
        }
    }

    private void recount(Ticket ticket) {
        Optional<UserId> before = HeldWork.before(ticket).holder();
        Optional<UserId> after = HeldWork.of(ticket).holder();
        if (!before.equals(after)) {
            int units = ticket.demand().units();
            before.ifPresent(agent -> release(agent, units));
            after.ifPresent(agent -> loads.take(agent, units));
        }
    }

    private void release(UserId agent, int units) {
        loads.release(agent, units);
        board.tookBack(agent, units);
        rooms.fire(new RoomMade(agent));
    }

    private static boolean needsOwner(Ticket ticket) {
        return ticket.ownership().assignee().isEmpty()
                && ticket.status().occupiesAgent()
                && ticket.folder() == Folder.INBOX;
    }

    private Optional<Decision> findOwner(Ticket ticket, Instant now) {
        Staff staff = staffing.present();
        List<Effect> effects = new ArrayList<>();
        Optional<Team> team = ticket.ownership().group().isPresent()
                ? teamOf(ticket, staff)
                : staff.defaultTeam().map(byDefault -> moveTo(byDefault, ticket, effects, now));
        if (team.isEmpty()) {
            return leave(ticket, UnassignedReason.NO_GROUP, effects, now);
        }
        Need need = needs.of(ticket, now);
        Question question = new Question(staff, staff.reach(team.get(), need.waited()), need, now);
        if (othersWaitThere(ticket, team.get())) {
            Selection selection = board.look(question);
            selection.chosen().ifPresent(agent -> rooms.fire(new RoomMade(agent)));
            UnassignedReason reason =
                    selection.chosen().isPresent() ? UnassignedReason.AWAITING_ROUTING : selection.reason();
            return leave(ticket, reason, effects, now).map(made -> made.with(selection.candidates()));
        }
        Selection selection = claim(question);
        Optional<Decision> decision = selection.chosen().isPresent()
                ? Optional.of(found(ticket, question, selection.chosen().get(), effects))
                : leave(ticket, selection.reason(), effects, now);
        return decision.map(made -> made.with(selection.candidates()));
    }

    /** A ticket to which nothing happened has been looked for because it is its turn. */
    private boolean othersWaitThere(Ticket ticket, Team team) {
        return backlog.isIn(team.id()) && !ticket.happenings().pending().isEmpty();
    }

    private static Team moveTo(Team team, Ticket ticket, List<Effect> effects, Instant now) {
        ticket.moveToGroup(team.id(), team.tier(), now);
        effects.add(Effect.of("group_id", null, team.id().toString()));
        return team;
    }

    /** Chooses until the database agrees, at most once per member. */
    private Selection claim(Question question) {
        int reserve = Selection.reserve(question.team(), question.need());
        List<UserId> lost = new ArrayList<>();
        Selection selection = board.select(question, lost);
        while (selection.chosen().isPresent()
                && !loads.claim(selection.chosen().get(), question.need().work(), reserve, question.now())) {
            lost.add(selection.chosen().get());
            board.lookAgain();
            selection = board.select(question, lost);
        }
        return selection;
    }

    private Decision found(Ticket ticket, Question question, UserId agent, List<Effect> effects) {
        Duration timeout = question.team().terms().offerTimeout();
        return timeout == null
                ? assigned(ticket, question, agent, effects)
                : offered(ticket, question, agent, timeout, false);
    }

    private Decision offered(Ticket ticket, Question question, UserId agent, Duration timeout, boolean asked) {
        new OfferKeeper(ticket, question.now()).offer(agent, timeout, asked);
        return decision(
                ticket, Outcome.APPLIED, List.of(Effect.of("offered_to_id", null, agent.toString())), question.now());
    }

    private static Decision assigned(Ticket ticket, Question question, UserId agent, List<Effect> effects) {
        Team group = question.staff().through(question.team(), agent);
        if (!group.id().equals(question.team().id())) {
            ticket.moveToGroup(group.id(), group.tier(), question.now());
            effects.add(Effect.of(
                    "group_id", question.team().id().toString(), group.id().toString()));
        }
        ticket.assign(agent, question.now());
        effects.add(Effect.of("assignee_id", null, agent.toString()));
        return decision(ticket, Outcome.APPLIED, effects, question.now());
    }

    private static Optional<Decision> leave(Ticket ticket, UnassignedReason reason, List<Effect> effects, Instant now) {
        Optional<UnassignedReason> before = ticket.ownership().unassignedReason();
        if (before.equals(Optional.of(reason))) {
            return Optional.empty();
        }
        ticket.unassign(reason, now);
        effects.add(Effect.of("unassigned_reason", before.map(Wire::of).orElse(null), Wire.of(reason)));
        return Optional.of(decision(ticket, Outcome.NOT_MATCHED, effects, now));
    }

    private static Decision decision(Ticket ticket, Outcome outcome, List<Effect> effects, Instant now) {
        return Decision.of(ticket.id().value(), DecisionKind.ASSIGNMENT, now, outcome, ROUTER)
                .with(effects);
    }
}
