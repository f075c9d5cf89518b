-- What a ticket's record says in numbers, so that a report reads its period and not every record. Made again from the
-- records at any time: what has no measures yet, or more entries than were measured, is found by the index.
ALTER TABLE ticket
    ADD COLUMN measured_count BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN unmeasured TINYINT AS (IF(event_count > measured_count, 1, NULL)) PERSISTENT,
    ADD KEY ix_ticket_unmeasured (unmeasured, id);

CREATE TABLE ticket_measure (
    ticket_id       UUID        NOT NULL,
    ordinal         INT         NOT NULL,
    kind            VARCHAR(20) CHARACTER SET ascii NOT NULL,
    at              DATETIME(6) NOT NULL,
    calendar_micros BIGINT      NULL,
    business_micros BIGINT      NULL,
    detail          VARCHAR(30) CHARACTER SET ascii NULL,
    agent_id        UUID        NULL,
    group_id        UUID        NULL,
    tier            TINYINT     NOT NULL,
    channel         VARCHAR(10) CHARACTER SET ascii NOT NULL,
    organization_id UUID        NULL,
    brand_id        UUID        NOT NULL,
    CONSTRAINT pk_ticket_measure PRIMARY KEY (ticket_id, ordinal),
    CONSTRAINT ck_ticket_measure_times CHECK ((calendar_micros IS NULL) = (business_micros IS NULL)),
    KEY ix_ticket_measure_at (kind, at)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

-- From when to when somebody, or nobody, held a ticket that was not solved: the backlog of any instant.
CREATE TABLE ticket_stay (
    ticket_id       UUID        NOT NULL,
    ordinal         INT         NOT NULL,
    began_at        DATETIME(6) NOT NULL,
    ended_at        DATETIME(6) NOT NULL,
    agent_id        UUID        NULL,
    group_id        UUID        NULL,
    tier            TINYINT     NOT NULL,
    channel         VARCHAR(10) CHARACTER SET ascii NOT NULL,
    organization_id UUID        NULL,
    brand_id        UUID        NOT NULL,
    CONSTRAINT pk_ticket_stay PRIMARY KEY (ticket_id, ordinal),
    KEY ix_ticket_stay_ended (ended_at, began_at),
    KEY ix_ticket_stay_began (began_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
