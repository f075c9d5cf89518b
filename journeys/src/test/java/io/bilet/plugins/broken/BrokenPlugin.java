package io.bilet.plugins.broken;

import io.bilet.spi.Plugin;
import io.bilet.spi.ticket.TicketListener;
import io.bilet.spi.ticket.TicketNotice;
import java.util.List;

/** Wants to hear of tickets and fails whenever it does. */
public final class BrokenPlugin implements Plugin, TicketListener {

    @Override
    public List<TicketListener> ticketListeners() {
        return List.of(this);
    }

    @Override
    public String name() {
        return "broken";
    }

    @Override
    public void hear(TicketNotice notice) {
        throw new IllegalStateException("I never get this right.");
    }
}
