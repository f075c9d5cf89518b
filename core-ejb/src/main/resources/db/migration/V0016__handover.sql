-- Who gave a ticket to whom, and what was owed on it then; nothing here changes.
CREATE TABLE handover (
    id            UUID          NOT NULL,
    ticket_id     UUID          NOT NULL,
    by_id         UUID          NOT NULL,
    from_agent_id UUID          NOT NULL,
    from_group_id UUID          NULL,
    to_agent_id   UUID          NULL,
    to_group_id   UUID          NULL,
    reason        VARCHAR(1000) NOT NULL,
    due_at        DATETIME(6)   NULL,
    created_at    DATETIME(6)   NOT NULL,
    CONSTRAINT pk_handover PRIMARY KEY (ticket_id, id),
    CONSTRAINT fk_handover_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id),
    CONSTRAINT ck_handover_to_somebody CHECK (to_agent_id IS NOT NULL OR to_group_id IS NOT NULL)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
