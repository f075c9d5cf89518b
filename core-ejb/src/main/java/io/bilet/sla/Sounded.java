package io.bilet.sla;

import io.bilet.sla.policy.Promise;
import io.bilet.sla.policy.WarningStep;

/** A warning whose time has come, about a clock that still runs. */
public record Sounded(ClockKey clock, Promise promise, WarningStep step) {}
