package io.bilet.decision;

/** What was decided about. */
public enum DecisionKind {
    /** What a rule did when the ticket was opened. */
    ROUTING,
    /** Who owns the ticket. */
    ASSIGNMENT,
    /** Which promises the ticket is under. */
    SLA,
    /** What a trigger did about an event. */
    TRIGGER,
    /** What an automation did when its time had come. */
    AUTOMATION
}
