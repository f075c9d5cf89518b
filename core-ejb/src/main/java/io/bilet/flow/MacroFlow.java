package io.bilet.flow;

import io.bilet.access.AccessPolicy;
import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.audit.Act;
import io.bilet.automation.action.Action;
import io.bilet.automation.action.ActionReader;
import io.bilet.automation.macro.Macro;
import io.bilet.automation.macro.MacroAdmin;
import io.bilet.automation.macro.MacroId;
import io.bilet.automation.macro.MacroRepository;
import io.bilet.automation.macro.MacroRunId;
import io.bilet.automation.macro.OwnActions;
import io.bilet.decision.Effect;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import io.bilet.ticket.MacroApplied;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Agents use macros: they look at what one would do, and do it, all of it or nothing. */
@Stateless
public class MacroFlow {

    @Inject
    private TicketRepository tickets;

    @Inject
    private TicketReader reader;

    @Inject
    private MacroAdmin macros;

    @Inject
    private MacroRepository runs;

    @Inject
    private ActionReader language;

    @Inject
    private TicketActions actions;

    @Inject
    private StoredActionRows stored;

    @Inject
    private RehearsedActionRows rehearsed;

    @Inject
    private Conversation conversation;

    @Inject
    private ByHand byHand;

    @Inject
    private Speakers speakers;

    @Inject
    private AccessPolicy policy;

    @Inject
    private Settlement settlement;

    @Inject
    private Clock clock;

    /**
     * What a macro did.
     *
     * @param effects what it changed, in order
     */
    public record Applied(MacroRunId id, Macro macro, Ticket ticket, List<Effect> effects) {}

    /**
     * What a macro would do to a ticket as it stands; nothing of it is kept.
     *
     * @param draft what the caller wrote already; the macro's words would stand below it
     * @throws InvalidInput if the ticket or the macro is hidden from the caller, or the macro is for another brand
     */
    public MacroPreview preview(Caller caller, MacroId id, TicketId ticketId, Optional<NewComment> draft) {
        Macro macro = macros.seen(caller, id);
        Ticket ticket = ticket(caller, ticketId);
        requireCovered(macro, ticket);
        tickets.letGo();
        Act act = Act.asked(caller.actor(), clock.instant());
        List<Action> list = language.read(macro.actions(), "/actions");
        return MacroPreview.of(list, actions.take(ticket, list, ByHand.author(caller), act, rehearsed), draft);
    }

    private Ticket ticket(Caller caller, TicketId id) {
        try {
            return reader.wholeTicket(caller, id);
        } catch (NotFound hidden) {
            throw InvalidInput.unknownReference("/ticket_id");
        }
    }

    /**
     * Does what a macro says, in the caller's name.
     *
     * @param instead what the caller says instead of what the macro would say to the same readers
     * @throws InvalidInput if the macro is hidden from the caller, or for another brand
     * @throws Conflict if it is switched off, or the ticket does not allow one of its actions; then nothing is done
     */
    public Applied apply(
            Caller caller, TicketId id, Optional<Integer> expected, MacroId macroId, Optional<NewComment> instead) {
        Ticket ticket = tickets.lock(id);
        policy.require(Permission.TICKETS_UPDATE, caller, reader.access(ticket));
        ticket.requireVersion(expected);
        Macro macro = usable(caller, macroId, ticket);
        List<Action> list = language.read(macro.actions(), "/actions").stream()
                .filter(action -> !isSaidOtherwise(action, instead))
                .toList();
        requirePermitted(caller, ticket, macro, list, instead);
        Act act = Act.asked(caller.actor(), clock.instant());
        ticket.happenings().note(new MacroApplied(macro.id().toString(), macro.name(), macro.version()));
        int before = ticket.happenings().pending().size();
        instead.ifPresent(comment -> conversation.add(ticket, ByHand.author(caller), comment, false, act.at()));
        byHand.ownWhatIsSolved(caller, ticket, list, act);
        requireAllDone(actions.take(ticket, list, ByHand.author(caller), act, stored));
        var happened = ticket.happenings().pending();
        List<Effect> effects = ActionEffects.of(happened.subList(before, happened.size()));
        settlement.settle(ticket, act);
        return new Applied(runs.addRun(macro, id, caller.userId(), act.at()), macro, ticket, effects);
    }

    private Macro usable(Caller caller, MacroId id, Ticket ticket) {
        Macro macro;
        try {
            macro = macros.seen(caller, id);
        } catch (NotFound hidden) {
            throw InvalidInput.unknownReference("/macro_id");
        }
        if (!macro.active()) {
            throw new Conflict("This macro is switched off.");
        }
        requireCovered(macro, ticket);
        return macro;
    }

    private static void requireCovered(Macro macro, Ticket ticket) {
        if (!macro.reach().covers(ticket.origin().brand())) {
            throw new InvalidInput("", "other_brand", "This macro is for tickets of another brand.");
        }
    }

    private void requirePermitted(
            Caller caller, Ticket ticket, Macro macro, List<Action> list, Optional<NewComment> instead) {
        if (macro.reach().isPersonal()) {
            OwnActions.requirePermitted(caller, list);
        }
        instead.ifPresent(comment -> speakers.requireMayComment(caller, ticket, comment.visibility()));
        byHand.requireMaySay(caller, ticket, list);
    }

    private static boolean isSaidOtherwise(Action action, Optional<NewComment> instead) {
        return instead.filter(comment -> ByHand.saysTo(action, comment.visibility()))
                .isPresent();
    }

    private static void requireAllDone(TicketActions.Done done) {
        if (!done.refused().isEmpty()) {
            throw new Conflict("Nothing was done, because the ticket does not allow all of it: "
                    + done.refused().get(0).detail());
        }
    }
}
