-- Why things happened to tickets, and the rules that act when a ticket is opened.
CREATE TABLE roster (
    id     UUID       NOT NULL,
    agents MEDIUMBLOB NOT NULL,
    CONSTRAINT pk_roster PRIMARY KEY (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE decision (
    ticket_id       UUID        NOT NULL,
    id              UUID        NOT NULL,
    kind            VARCHAR(20) CHARACTER SET ascii NOT NULL,
    at              DATETIME(6) NOT NULL,
    outcome         VARCHAR(20) CHARACTER SET ascii NOT NULL,
    subject_type    VARCHAR(30) CHARACTER SET ascii NOT NULL,
    subject_id      VARCHAR(40) CHARACTER SET ascii NULL,
    subject_version INT         NULL,
    effects         TEXT        NOT NULL,
    evaluation      MEDIUMTEXT  NULL,
    roster_id       UUID        NULL,
    verdicts        TEXT        NULL,
    CONSTRAINT pk_decision PRIMARY KEY (ticket_id, id),
    CONSTRAINT fk_decision_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id),
    CONSTRAINT ck_decision_candidates CHECK ((roster_id IS NULL) = (verdicts IS NULL))
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE routing_rule (
    id         UUID         NOT NULL,
    name       VARCHAR(100) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
    position   INT          NOT NULL,
    active     BOOLEAN      NOT NULL,
    condition_json MEDIUMTEXT NOT NULL,
    effects_json   TEXT       NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    updated_at DATETIME(6)  NOT NULL,
    version    INT          NOT NULL,
    CONSTRAINT pk_routing_rule PRIMARY KEY (id),
    CONSTRAINT uq_routing_rule_name UNIQUE (name),
    CONSTRAINT ck_routing_rule_position CHECK (position BETWEEN 1 AND 100000)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

-- Every wording a rule ever had, also after it is gone: decisions refer to it.
CREATE TABLE routing_rule_version (
    rule_id        UUID         NOT NULL,
    version        INT          NOT NULL,
    name           VARCHAR(100) NOT NULL,
    condition_json MEDIUMTEXT   NOT NULL,
    effects_json   TEXT         NOT NULL,
    made_at        DATETIME(6)  NOT NULL,
    CONSTRAINT pk_routing_rule_version PRIMARY KEY (rule_id, version)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

-- Which rules, in which wording, were asked together, in order: "rule:version" between blanks.
CREATE TABLE routing_rule_set (
    version INT         NOT NULL AUTO_INCREMENT,
    rules   MEDIUMTEXT  CHARACTER SET ascii NOT NULL,
    made_at DATETIME(6) NOT NULL,
    CONSTRAINT pk_routing_rule_set PRIMARY KEY (version)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
