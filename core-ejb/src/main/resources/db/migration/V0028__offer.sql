-- Tickets that are offered to an agent, who accepts or declines; an open offer holds their room.
CREATE TABLE offer (
    id             UUID        NOT NULL,
    ticket_id      UUID        NOT NULL,
    agent_id       UUID        NOT NULL,
    state          VARCHAR(10) CHARACTER SET ascii NOT NULL,
    asked          BOOLEAN     NOT NULL,
    created_at     DATETIME(6) NOT NULL,
    expires_at     DATETIME(6) NOT NULL,
    answered_at    DATETIME(6) NULL,
    open_ticket_id UUID        AS (IF(state = 'OPEN', ticket_id, NULL)) PERSISTENT,
    CONSTRAINT pk_offer PRIMARY KEY (id),
    CONSTRAINT uq_offer_open UNIQUE (open_ticket_id),
    CONSTRAINT fk_offer_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id),
    CONSTRAINT fk_offer_agent FOREIGN KEY (agent_id) REFERENCES agent (id),
    CONSTRAINT ck_offer_state CHECK (state IN ('OPEN', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
    KEY ix_offer_due (state, expires_at),
    KEY ix_offer_agent (agent_id, state, id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

ALTER TABLE ticket
    ADD COLUMN offered_to_id UUID NULL,
    ADD COLUMN declined_by   TEXT CHARACTER SET ascii NOT NULL DEFAULT '',
    ADD KEY ix_ticket_offered (offered_to_id);

ALTER TABLE agent_group
    ADD COLUMN assigns_by            VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'PUSH',
    ADD COLUMN offer_timeout_seconds BIGINT      NOT NULL DEFAULT 60,
    ADD CONSTRAINT ck_agent_group_assigns_by CHECK (assigns_by IN ('PUSH', 'OFFER'));
