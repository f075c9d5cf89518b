package io.bilet.platform.time;

import java.time.Clock;

/** The time as others measure it: for what an outsider signed or dated, which no rehearsal moves. */
public final class MachineClock {

    public static final Clock UTC = Clock.systemUTC();

    private MachineClock() {}
}
