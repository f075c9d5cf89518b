package io.bilet.platform.work;

import java.time.Duration;

/** Something a node does again and again: a sweep, a relay, a look into a mailbox. Implementations are CDI beans. */
public interface Recurring {

    /** Lower-case letters and hyphens; names the thread and the metric. */
    String name();

    /** Pause between the end of one run and the start of the next. */
    Duration pause();

    /** Does what is due now and returns; called outside any transaction, never by two threads of a node at once. */
    void run();
}
