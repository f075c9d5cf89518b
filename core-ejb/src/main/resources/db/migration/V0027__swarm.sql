-- Experts pulled in to help whoever owns a ticket; their work is counted apart.
CREATE TABLE swarm (
    id           UUID          NOT NULL,
    ticket_id    UUID          NOT NULL,
    opened_by_id UUID          NOT NULL,
    question     VARCHAR(1000) NOT NULL,
    outcome      VARCHAR(10)   CHARACTER SET ascii NULL,
    summary      VARCHAR(4000) NULL,
    opened_at    DATETIME(6)   NOT NULL,
    closed_at    DATETIME(6)   NULL,
    closed_by_id UUID          NULL,
    version      INT           NOT NULL,
    open_ticket  UUID          AS (IF(closed_at IS NULL, ticket_id, NULL)) PERSISTENT,
    CONSTRAINT pk_swarm PRIMARY KEY (id),
    CONSTRAINT uq_swarm_open UNIQUE (open_ticket),
    CONSTRAINT fk_swarm_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id),
    CONSTRAINT ck_swarm_closed_with_outcome CHECK ((closed_at IS NULL) = (outcome IS NULL)),
    KEY ix_swarm_ticket (ticket_id, id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE swarm_member (
    swarm_id           UUID          NOT NULL,
    agent_id           UUID          NOT NULL,
    ticket_id          UUID          NOT NULL,
    skill_id           UUID          NULL,
    skill_level        INT           NULL,
    state              VARCHAR(10)   CHARACTER SET ascii NOT NULL,
    reason             VARCHAR(1000) NULL,
    invited_at         DATETIME(6)   NOT NULL,
    answered_at        DATETIME(6)   NULL,
    contribution_count INT           NOT NULL,
    spent_seconds      BIGINT        NOT NULL,
    CONSTRAINT pk_swarm_member PRIMARY KEY (swarm_id, agent_id),
    CONSTRAINT fk_swarm_member_swarm FOREIGN KEY (swarm_id) REFERENCES swarm (id),
    KEY ix_swarm_member_ticket (ticket_id, agent_id),
    KEY ix_swarm_member_agent (agent_id, swarm_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE swarm_contribution (
    swarm_id      UUID        NOT NULL,
    id            UUID        NOT NULL,
    agent_id      UUID        NOT NULL,
    text          TEXT        NOT NULL,
    spent_seconds BIGINT      NOT NULL,
    created_at    DATETIME(6) NOT NULL,
    CONSTRAINT pk_swarm_contribution PRIMARY KEY (swarm_id, id),
    CONSTRAINT fk_swarm_contribution_swarm FOREIGN KEY (swarm_id) REFERENCES swarm (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
