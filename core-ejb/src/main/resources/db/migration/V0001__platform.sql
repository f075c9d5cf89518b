-- What every capability stands on: keys, leases, work after commit, answers to repeated requests.
CREATE TABLE instance_key (
    id         UUID           NOT NULL,
    purpose    VARCHAR(32)    CHARACTER SET ascii NOT NULL,
    secret     VARBINARY(64)  NOT NULL,
    created_at DATETIME(6)    NOT NULL,
    retired_at DATETIME(6)    NULL,
    CONSTRAINT pk_instance_key PRIMARY KEY (id),
    KEY ix_instance_key_purpose (purpose, created_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE lease (
    name         VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    holder       VARCHAR(80)  CHARACTER SET ascii NOT NULL,
    leased_until DATETIME(6)  NOT NULL,
    fence        BIGINT       NOT NULL,
    CONSTRAINT pk_lease PRIMARY KEY (name)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE outbox (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    topic       VARCHAR(60)  CHARACTER SET ascii NOT NULL,
    ordering_id UUID         NULL,
    payload     LONGTEXT     NOT NULL,
    recorded_at DATETIME(6)  NOT NULL,
    CONSTRAINT pk_outbox PRIMARY KEY (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE work (
    id           BIGINT        NOT NULL AUTO_INCREMENT,
    queue        VARCHAR(40)   CHARACTER SET ascii NOT NULL,
    work_key     VARCHAR(190)  CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    ordering_id  UUID          NULL,
    payload      LONGTEXT      NOT NULL,
    due_at       DATETIME(6)   NOT NULL,
    attempts     INT           NOT NULL DEFAULT 0,
    leased_until DATETIME(6)   NOT NULL DEFAULT '1970-01-01 00:00:00',
    fence        BIGINT        NOT NULL DEFAULT 0,
    last_error   VARCHAR(1000) NULL,
    dead_at      DATETIME(6)   NULL,
    recorded_at  DATETIME(6)   NOT NULL,
    CONSTRAINT pk_work PRIMARY KEY (id),
    CONSTRAINT uq_work_key UNIQUE (queue, work_key),
    KEY ix_work_due (queue, dead_at, due_at),
    KEY ix_work_ordering (queue, ordering_id, id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE idempotency_key (
    principal    VARCHAR(80)    CHARACTER SET ascii NOT NULL,
    route        VARCHAR(190)   CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    request_key  VARBINARY(255) NOT NULL,
    request_hash BINARY(32)     NOT NULL,
    status       INT            NULL,
    headers      TEXT           NULL,
    body         LONGTEXT       NULL,
    expires_at   DATETIME(6)    NOT NULL,
    CONSTRAINT pk_idempotency_key PRIMARY KEY (principal, route, request_key),
    KEY ix_idempotency_key_expires (expires_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE config_stamp (
    area    VARCHAR(40) CHARACTER SET ascii NOT NULL,
    version BIGINT      NOT NULL,
    CONSTRAINT pk_config_stamp PRIMARY KEY (area)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
