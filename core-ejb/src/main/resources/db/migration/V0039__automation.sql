-- Rules that act when a ticket has been in some state for a time.
CREATE TABLE automation (
    id             UUID         NOT NULL,
    name           VARCHAR(100) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
    category       VARCHAR(100) NULL,
    position       INT          NOT NULL,
    active         BOOLEAN      NOT NULL,
    condition_json MEDIUMTEXT   NOT NULL,
    delay          VARCHAR(40)  CHARACTER SET ascii NOT NULL,
    counts         VARCHAR(20)  CHARACTER SET ascii NOT NULL,
    actions_json   MEDIUMTEXT   NOT NULL,
    arming         INT          NOT NULL,
    created_at     DATETIME(6)  NOT NULL,
    updated_at     DATETIME(6)  NOT NULL,
    version        INT          NOT NULL,
    CONSTRAINT pk_automation PRIMARY KEY (id),
    CONSTRAINT uq_automation_name UNIQUE (name),
    CONSTRAINT ck_automation_position CHECK (position BETWEEN 1 AND 100000)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

-- Every wording an automation ever had, also after it is gone: decisions refer to it.
CREATE TABLE automation_version (
    rule_id        UUID         NOT NULL,
    version        INT          NOT NULL,
    name           VARCHAR(100) NOT NULL,
    condition_json MEDIUMTEXT   NOT NULL,
    actions_json   MEDIUMTEXT   NOT NULL,
    made_at        DATETIME(6)  NOT NULL,
    CONSTRAINT pk_automation_version PRIMARY KEY (rule_id, version)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

-- One for each automation and ticket for which its condition holds; without a time once it has acted.
CREATE TABLE automation_timer (
    rule_id   UUID        NOT NULL,
    ticket_id UUID        NOT NULL,
    arming    INT         NOT NULL,
    armed_at  DATETIME(6) NOT NULL,
    due_at    DATETIME(6) NULL,
    CONSTRAINT pk_automation_timer PRIMARY KEY (ticket_id, rule_id),
    CONSTRAINT fk_automation_timer_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id),
    CONSTRAINT fk_automation_timer_rule FOREIGN KEY (rule_id) REFERENCES automation (id) ON DELETE CASCADE,
    INDEX ix_automation_timer_due (due_at),
    INDEX ix_automation_timer_rule (rule_id, arming)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
