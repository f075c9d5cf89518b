-- Promises to answer later: when a ticket comes back, and what its requester was told.
ALTER TABLE ticket
    ADD COLUMN snoozed_until   DATETIME(6)  NULL,
    ADD COLUMN promised_at     DATETIME(6)  NULL,
    ADD COLUMN policy_due_at   DATETIME(6)  NULL,
    ADD COLUMN snooze_reason   VARCHAR(255) NULL,
    ADD COLUMN snooze_alarm_at DATETIME(6)  NULL,
    ADD COLUMN snooze_count    INT          NOT NULL DEFAULT 0,
    ADD KEY ix_ticket_snooze_alarm (snooze_alarm_at);
