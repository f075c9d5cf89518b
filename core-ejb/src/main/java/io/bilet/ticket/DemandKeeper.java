package io.bilet.ticket;

import io.bilet.people.SkillId;
import java.time.Instant;
import java.util.Map;

/** Changes what a ticket asks of whoever owns it, and takes that down. */
public final class DemandKeeper {

    private static final RequiredSkills TEXT = new RequiredSkills();

    private final Ticket ticket;
    private final Instant now;

    public DemandKeeper(Ticket ticket, Instant now) {
        this.ticket = ticket;
        this.now = now;
    }

    /**
     * Asks for skills beside those that are asked for; of two demands for one the stricter counts.
     *
     * @throws TicketClosed if the ticket is closed
     */
    public void ask(Map<SkillId, SkillDemand> skills) {
        requireNotClosed();
        String before = TEXT.convertToDatabaseColumn(ticket.demand().skills());
        skills.forEach(ticket.demand()::skill);
        changed(
                "required_skills",
                before,
                TEXT.convertToDatabaseColumn(ticket.demand().skills()));
    }

    /**
     * Puts the ticket into the VIP lane.
     *
     * @throws TicketClosed if the ticket is closed
     */
    public void goFirst() {
        requireNotClosed();
        String before = Boolean.toString(ticket.demand().isVip());
        ticket.demand().goFirst();
        changed("vip", before, "true");
    }

    private void requireNotClosed() {
        if (ticket.status() == TicketStatus.CLOSED) {
            throw new TicketClosed(ticket.number());
        }
    }

    private void changed(String field, String from, String to) {
        if (ticket.happenings().change(field, from, to)) {
            ticket.timeline().touch(now);
        }
    }
}
