-- Whether whoever was given a ticket took it; what waits for that is found by an index.
ALTER TABLE handover
    ADD COLUMN receipt        VARCHAR(10)   CHARACTER SET ascii NOT NULL DEFAULT 'ACCEPTED',
    ADD COLUMN answer_by      DATETIME(6)   NULL,
    ADD COLUMN answered_at    DATETIME(6)   NULL,
    ADD COLUMN answered_by_id UUID          NULL,
    ADD COLUMN answer_reason  VARCHAR(1000) NULL,
    ADD CONSTRAINT uq_handover_id UNIQUE (id),
    ADD CONSTRAINT ck_handover_answered CHECK (receipt <> 'AWAITED' OR answered_at IS NULL);

ALTER TABLE ticket
    ADD COLUMN handover_id       UUID        NULL,
    ADD COLUMN handover_alarm_at DATETIME(6) NULL,
    ADD KEY ix_ticket_handover_alarm (handover_alarm_at);
