-- Rules that act on events; TRIGGER alone means something else to the database.
CREATE TABLE event_trigger (
    id             UUID         NOT NULL,
    name           VARCHAR(100) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
    category       VARCHAR(100) NULL,
    position       INT          NOT NULL,
    active         BOOLEAN      NOT NULL,
    condition_json MEDIUMTEXT   NOT NULL,
    actions_json   MEDIUMTEXT   NOT NULL,
    created_at     DATETIME(6)  NOT NULL,
    updated_at     DATETIME(6)  NOT NULL,
    version        INT          NOT NULL,
    CONSTRAINT pk_event_trigger PRIMARY KEY (id),
    CONSTRAINT uq_event_trigger_name UNIQUE (name),
    CONSTRAINT ck_event_trigger_position CHECK (position BETWEEN 1 AND 100000)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

-- Every wording a trigger ever had, also after it is gone: decisions refer to it.
CREATE TABLE event_trigger_version (
    rule_id        UUID         NOT NULL,
    version        INT          NOT NULL,
    name           VARCHAR(100) NOT NULL,
    condition_json MEDIUMTEXT   NOT NULL,
    actions_json   MEDIUMTEXT   NOT NULL,
    made_at        DATETIME(6)  NOT NULL,
    CONSTRAINT pk_event_trigger_version PRIMARY KEY (rule_id, version)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

-- What a rule did, over all tickets, newest first.
ALTER TABLE decision ADD INDEX ix_decision_subject (subject_id, id);
