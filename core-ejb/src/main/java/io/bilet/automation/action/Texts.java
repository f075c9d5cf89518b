package io.bilet.automation.action;

import io.bilet.people.UserId;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Texts that rules and macros say: how they may be written, and what becomes of them on a ticket. They are said as
 * they are written.
 */
@ApplicationScoped
public class Texts {

    /** Longest text before anything is filled in, in characters. */
    public static final int LENGTH_MAX = 10_000;

    /** The text that stands in a member, if it can be said. */
    public String read(Members members, String member) {
        return members.text(member, LENGTH_MAX);
    }

    /**
     * The text as it is said on this ticket.
     *
     * @param speaker who says it; null if it is a rule
     * @param visibility to whom it is said; what only colleagues know stays out of public texts
     */
    public String fill(String text, Ticket ticket, @Nullable UserId speaker, Visibility visibility) {
        return text;
    }
}
