package io.bilet.feed;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Numbers what was committed; each call is one transaction, and all of them one after the other on all nodes. */
@Stateless
public class FeedLedger {

    @Inject
    private FeedRepository rows;

    /**
     * Gives the next numbers to up to {@code limit} events and as many entries, and says how many there were. A row
     * whose transaction ends later is not seen yet and gets a later number.
     */
    public int number(int limit) {
        long last = rows.lockLast();
        int events = rows.numberEvents(last, limit);
        int entries = rows.numberEntries(last + events, limit);
        if (events + entries > 0) {
            rows.moveTo(last + events + entries);
        }
        return events + entries;
    }
}
