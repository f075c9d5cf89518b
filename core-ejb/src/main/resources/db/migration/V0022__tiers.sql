-- Through which tiers a ticket went, why, and where it was solved.
ALTER TABLE agent_group
    ADD COLUMN organization_ids VARCHAR(4000) CHARACTER SET ascii NOT NULL DEFAULT '',
    ADD COLUMN vendor           VARCHAR(100) NULL,
    ADD CONSTRAINT ck_agent_group_vendor CHECK (vendor IS NULL OR tier = 4);

-- No tier_since: since it was opened.
ALTER TABLE ticket
    ADD COLUMN tier_since    DATETIME(6) NULL,
    ADD COLUMN resolved_tier TINYINT     NULL;

UPDATE ticket SET resolved_tier = tier WHERE status IN ('SOLVED', 'CLOSED') AND folder <> 'SPAM';

-- Stays that ended; the present one stands with the ticket.
CREATE TABLE ticket_episode (
    ticket_id UUID          NOT NULL,
    id        UUID          NOT NULL,
    tier      TINYINT       NOT NULL,
    group_id  UUID          NOT NULL,
    from_at   DATETIME(6)   NOT NULL,
    to_at     DATETIME(6)   NOT NULL,
    outcome   VARCHAR(20)   CHARACTER SET ascii NOT NULL,
    reason    VARCHAR(1000) NULL,
    CONSTRAINT pk_ticket_episode PRIMARY KEY (ticket_id, id),
    CONSTRAINT ck_ticket_episode_forwards CHECK (to_at >= from_at),
    KEY ix_ticket_episode_group (group_id, ticket_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE escalation (
    id            UUID          NOT NULL,
    ticket_id     UUID          NOT NULL,
    by_id         UUID          NOT NULL,
    from_agent_id UUID          NULL,
    from_group_id UUID          NULL,
    from_tier     TINYINT       NOT NULL,
    to_group_id   UUID          NOT NULL,
    to_tier       TINYINT       NOT NULL,
    chosen_by     VARCHAR(20)   CHARACTER SET ascii NOT NULL,
    reason        VARCHAR(1000) NOT NULL,
    tried         VARCHAR(4000) NULL,
    outcome       VARCHAR(20)   CHARACTER SET ascii NULL,
    created_at    DATETIME(6)   NOT NULL,
    CONSTRAINT pk_escalation PRIMARY KEY (ticket_id, id),
    CONSTRAINT fk_escalation_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id),
    CONSTRAINT ck_escalation_moves CHECK (to_tier <> from_tier),
    CONSTRAINT ck_escalation_up_tried CHECK ((to_tier > from_tier) = (tried IS NOT NULL)),
    CONSTRAINT ck_escalation_down_outcome CHECK ((to_tier < from_tier) = (outcome IS NOT NULL))
) ENGINE = InnoDB CHARACTER SET utf8mb4;
