package io.bilet.flow;

import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.audit.Act;
import io.bilet.automation.action.Action;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Comment;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** What holds for lists of actions in the hands of people, as it does when they do one thing after the other. */
@ApplicationScoped
class ByHand {

    @Inject
    private Speakers speakers;

    @Inject
    private Ownerships ownerships;

    static Comment.Author author(Caller caller) {
        return new Comment.Author(caller.effectiveUserId(), AuthorRole.AGENT, Channel.API);
    }

    /** Whether an action says something to these readers. */
    static boolean saysTo(Action action, Visibility visibility) {
        return action.kind().equals("comment")
                && Wire.of(visibility).equals(action.toJson().getString("visibility"));
    }

    /** Lets the caller say what is said in the list. */
    void requireMaySay(Caller caller, Ticket ticket, List<Action> list) {
        Stream.of(Visibility.values())
                .filter(readers -> list.stream().anyMatch(action -> saysTo(action, readers)))
                .forEach(readers -> speakers.requireMayComment(caller, ticket, readers));
    }

    /** Who solves what nobody owns, owns it: a solved ticket has somebody to come back to. */
    void ownWhatIsSolved(Caller caller, Ticket ticket, List<Action> list, Act act) {
        boolean solves = list.stream()
                .anyMatch(action -> action.kind().equals("set_status")
                        && action.toJson().getString("status").equals(Wire.of(TicketStatus.SOLVED)));
        if (solves
                && ticket.ownership().assignee().isEmpty()
                && caller.may(Permission.TICKETS_ANSWER)
                && caller.role().isStaff()) {
            ownerships.assign(ticket, caller.userId(), act);
        }
    }
}
