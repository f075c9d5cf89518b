package io.bilet.ticket;

import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.Problem;
import io.bilet.platform.json.Wire;

/** A status was asked for that the present status does not lead to. */
public class StatusMoveNotAllowed extends Conflict {

    private static final long serialVersionUID = 1L;

    StatusMoveNotAllowed(TicketStatus from, TicketStatus to) {
        super(
                Problem.STATUS_MOVE_NOT_ALLOWED,
                "A ticket cannot move from %s to %s.".formatted(Wire.of(from), Wire.of(to)));
    }
}
