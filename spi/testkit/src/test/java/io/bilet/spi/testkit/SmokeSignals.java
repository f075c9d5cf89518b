package io.bilet.spi.testkit;

import io.bilet.spi.ticket.ListenerUnavailable;
import io.bilet.spi.ticket.TicketListener;
import io.bilet.spi.ticket.TicketNotice;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A listener that sends smoke over a hill, and the hill that counts it; each rule can be broken alone. */
class SmokeSignals implements TicketListener, TicketListenerContract.FarEnd {

    /** What a saboteur does, named after the rule it breaks. */
    enum Sabotage {
        NONE,
        TL1,
        TL2,
        TL3,
        TL4,
        TL5,
        TL6,
        TL7
    }

    private final Sabotage sabotage;
    private final Set<String> heard = new HashSet<>();
    private final AtomicBoolean burning = new AtomicBoolean();
    private boolean foggy;
    private volatile boolean hanging;
    private int calls;
    private int seen;

    SmokeSignals(Sabotage sabotage) {
        this.sabotage = sabotage;
    }

    @Override
    public String name() {
        return sabotage == Sabotage.TL1 ? "Smoke " + calls++ : "smoke-signals";
    }

    @Override
    public void hear(TicketNotice notice) throws Exception {
        if (!notice.type().equals("ticket.created") && sabotage != Sabotage.TL3) {
            return;
        }
        hold();
        if (sabotage == Sabotage.TL6) {
            sendAlone(notice.id());
        } else {
            send(notice.id());
        }
    }

    private synchronized void send(String id) throws ListenerUnavailable {
        boolean known = heard.contains(id) && sabotage != Sabotage.TL2;
        if (foggy && !known) {
            if (sabotage == Sabotage.TL5) {
                heard.add(id);
            }
            if (sabotage != Sabotage.TL4) {
                throw new ListenerUnavailable("The hill is in fog.");
            }
        } else if (!known) {
            heard.add(id);
            seen++;
        }
    }

    /** Gives up as soon as somebody else uses the fire. */
    private void sendAlone(String id) throws ListenerUnavailable, InterruptedException {
        if (!burning.compareAndSet(false, true)) {
            throw new ListenerUnavailable("The fire is in use.");
        }
        try {
            Thread.sleep(5);
            send(id);
        } finally {
            burning.set(false);
        }
    }

    private void hold() throws InterruptedException {
        while (hanging) {
            try {
                Thread.sleep(10_000);
            } catch (InterruptedException e) {
                if (sabotage != Sabotage.TL7) {
                    throw e;
                }
            }
        }
    }

    @Override
    public synchronized int effects() {
        return seen;
    }

    @Override
    public synchronized void goDown() {
        foggy = true;
    }

    @Override
    public synchronized void comeBack() {
        foggy = false;
    }

    @Override
    public void hang() {
        hanging = true;
    }
}
