-- What is promised to whom, the clocks that measure it, and every step they took.
CREATE TABLE sla_policy (
    id         UUID         NOT NULL,
    name       VARCHAR(100) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
    position   INT          NOT NULL,
    active     BOOLEAN      NOT NULL,
    terms      MEDIUMTEXT   NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    updated_at DATETIME(6)  NOT NULL,
    version    INT          NOT NULL,
    CONSTRAINT pk_sla_policy PRIMARY KEY (id),
    CONSTRAINT uq_sla_policy_name UNIQUE (name),
    CONSTRAINT ck_sla_policy_position CHECK (position BETWEEN 1 AND 100000)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

-- Also after a policy is gone: clocks and their ledgers refer to the version they ran under.
CREATE TABLE sla_policy_version (
    policy_id UUID         NOT NULL,
    version   INT          NOT NULL,
    name      VARCHAR(100) NOT NULL,
    terms     MEDIUMTEXT   NOT NULL,
    made_at   DATETIME(6)  NOT NULL,
    CONSTRAINT pk_sla_policy_version PRIMARY KEY (policy_id, version)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

-- A clock is written before its ticket is, in the same transaction; therefore no foreign key.
CREATE TABLE sla_clock (
    ticket_id           UUID          NOT NULL,
    metric              VARCHAR(30)   CHARACTER SET ascii NOT NULL,
    cycle               INT           NOT NULL,
    id                  UUID          NOT NULL,
    state               VARCHAR(10)   CHARACTER SET ascii NOT NULL,
    policy_id           UUID          NULL,
    policy_version      INT           NOT NULL,
    priority            VARCHAR(10)   CHARACTER SET ascii NOT NULL,
    target_seconds      BIGINT        NULL,
    time_kind           VARCHAR(10)   CHARACTER SET ascii NOT NULL,
    schedule_id         UUID          NULL,
    target_version      INT           NOT NULL,
    target_broken       BOOLEAN       NOT NULL,
    ran_calendar_micros BIGINT        NOT NULL,
    ran_business_micros BIGINT        NOT NULL,
    running_since       DATETIME(6)   NULL,
    started_at          DATETIME(6)   NOT NULL,
    changed_at          DATETIME(6)   NOT NULL,
    due_at              DATETIME(6)   NULL,
    end_cause           VARCHAR(30)   CHARACTER SET ascii NULL,
    breached_at         DATETIME(6)   NULL,
    warnings            VARCHAR(1000) CHARACTER SET ascii NOT NULL,
    steps               INT           NOT NULL,
    next_alarm_at       DATETIME(6)   NULL,
    CONSTRAINT pk_sla_clock PRIMARY KEY (ticket_id, metric, cycle),
    CONSTRAINT uq_sla_clock_id UNIQUE (id),
    CONSTRAINT ck_sla_clock_runs CHECK ((state = 'running') = (running_since IS NOT NULL)),
    CONSTRAINT ck_sla_clock_ended CHECK ((state IN ('running', 'paused')) = (end_cause IS NULL)),
    CONSTRAINT ck_sla_clock_broken CHECK (target_broken = FALSE OR breached_at IS NOT NULL),
    KEY ix_sla_clock_alarm (next_alarm_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

-- Only ever added to; numbered per ticket without gaps.
CREATE TABLE sla_clock_event (
    ticket_id           UUID        NOT NULL,
    seq                 INT         NOT NULL,
    clock_id            UUID        NOT NULL,
    metric              VARCHAR(30) CHARACTER SET ascii NOT NULL,
    cycle               INT         NOT NULL,
    step                VARCHAR(10) CHARACTER SET ascii NOT NULL,
    at                  DATETIME(6) NOT NULL,
    cause               VARCHAR(30) CHARACTER SET ascii NOT NULL,
    due_before          DATETIME(6) NULL,
    due_after           DATETIME(6) NULL,
    ran_calendar_micros BIGINT      NOT NULL,
    ran_business_micros BIGINT      NOT NULL,
    policy_id           UUID        NULL,
    policy_version      INT         NOT NULL,
    priority            VARCHAR(10) CHARACTER SET ascii NOT NULL,
    target_seconds      BIGINT      NULL,
    time_kind           VARCHAR(10) CHARACTER SET ascii NOT NULL,
    schedule_id         UUID        NULL,
    target_version      INT         NOT NULL,
    warning             VARCHAR(40) CHARACTER SET ascii NULL,
    recorded_at         DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    CONSTRAINT pk_sla_clock_event PRIMARY KEY (ticket_id, seq)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

-- The fact that one target of one clock was missed; a second one for the same target is refused.
CREATE TABLE sla_breach (
    clock_id       UUID        NOT NULL,
    target_version INT         NOT NULL,
    ticket_id      UUID        NOT NULL,
    metric         VARCHAR(30) CHARACTER SET ascii NOT NULL,
    due_at         DATETIME(6) NOT NULL,
    recorded_at    DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    CONSTRAINT pk_sla_breach PRIMARY KEY (clock_id, target_version),
    KEY ix_sla_breach_due (due_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

-- Every open ticket has a due time, also before anybody wrote a policy.
INSERT INTO sla_policy (id, name, position, active, terms, created_at, updated_at, version)
VALUES ('0198c0ff-ee00-7000-8000-000000000001', 'Everything else', 100000, TRUE,
        '{"condition":{"all":[]},"targets":[{"metric":"first_reply_time","priority":"low","target":"PT72H","time":"calendar"},{"metric":"first_reply_time","priority":"normal","target":"PT48H","time":"calendar"},{"metric":"first_reply_time","priority":"high","target":"PT24H","time":"calendar"},{"metric":"first_reply_time","priority":"urgent","target":"PT8H","time":"calendar"},{"metric":"next_reply_time","priority":"low","target":"PT72H","time":"calendar"},{"metric":"next_reply_time","priority":"normal","target":"PT48H","time":"calendar"},{"metric":"next_reply_time","priority":"high","target":"PT24H","time":"calendar"},{"metric":"next_reply_time","priority":"urgent","target":"PT8H","time":"calendar"},{"metric":"total_resolution_time","priority":"low","target":"PT672H","time":"calendar"},{"metric":"total_resolution_time","priority":"normal","target":"PT336H","time":"calendar"},{"metric":"total_resolution_time","priority":"high","target":"PT168H","time":"calendar"},{"metric":"total_resolution_time","priority":"urgent","target":"PT72H","time":"calendar"}],"pauses":{"next_reply_time":["pending"],"total_resolution_time":["pending"]},"warnings":[]}',
        UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 0);

INSERT INTO sla_policy_version (policy_id, version, name, terms, made_at)
SELECT id, version, name, terms, updated_at FROM sla_policy;
