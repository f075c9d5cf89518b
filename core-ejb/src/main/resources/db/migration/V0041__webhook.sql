-- Endpoints that are told what happens, and what became of each telling.
CREATE TABLE webhook (
    id              UUID           NOT NULL,
    name            VARCHAR(100)   COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
    url             VARCHAR(500)   CHARACTER SET ascii NOT NULL,
    event_types     TEXT           CHARACTER SET ascii NOT NULL,
    condition_json  MEDIUMTEXT     NULL,
    active          BOOLEAN        NOT NULL,
    disabled_reason VARCHAR(10)    CHARACTER SET ascii NULL,
    secret          VARBINARY(200) NOT NULL,
    former_secret   VARBINARY(200) NULL,
    former_until    DATETIME(6)    NULL,
    told_after      BIGINT         NOT NULL,
    failing_since   DATETIME(6)    NULL,
    created_at      DATETIME(6)    NOT NULL,
    updated_at      DATETIME(6)    NOT NULL,
    version         INT            NOT NULL,
    CONSTRAINT pk_webhook PRIMARY KEY (id),
    CONSTRAINT ck_webhook_disabled CHECK (disabled_reason IS NULL OR NOT active),
    CONSTRAINT ck_webhook_former CHECK ((former_secret IS NULL) = (former_until IS NULL))
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE webhook_delivery (
    id           UUID        NOT NULL,
    webhook_id   UUID        NOT NULL,
    position     BIGINT      NOT NULL,
    type         VARCHAR(60) CHARACTER SET ascii NOT NULL,
    body         TEXT        NOT NULL,
    state        VARCHAR(10) CHARACTER SET ascii NOT NULL,
    attempts     INT         NOT NULL,
    next_at      DATETIME(6) NULL,
    created_at   DATETIME(6) NOT NULL,
    CONSTRAINT pk_webhook_delivery PRIMARY KEY (id),
    CONSTRAINT uq_webhook_delivery_position UNIQUE (webhook_id, position),
    CONSTRAINT fk_webhook_delivery_webhook FOREIGN KEY (webhook_id) REFERENCES webhook (id) ON DELETE CASCADE,
    CONSTRAINT ck_webhook_delivery_next CHECK (next_at IS NULL OR state = 'PENDING'),
    KEY ix_webhook_delivery_list (webhook_id, id),
    KEY ix_webhook_delivery_state (webhook_id, state, id),
    KEY ix_webhook_delivery_created (created_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE webhook_attempt (
    delivery_id     UUID          NOT NULL,
    number          INT           NOT NULL,
    at              DATETIME(6)   NOT NULL,
    duration_millis BIGINT        NOT NULL,
    status          INT           NULL,
    error           VARCHAR(500)  NULL,
    answer          VARCHAR(1100) NULL,
    CONSTRAINT pk_webhook_attempt PRIMARY KEY (delivery_id, number),
    CONSTRAINT fk_webhook_attempt_delivery FOREIGN KEY (delivery_id) REFERENCES webhook_delivery (id) ON DELETE CASCADE
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE webhook_progress (
    id       TINYINT NOT NULL,
    position BIGINT  NOT NULL,
    CONSTRAINT pk_webhook_progress PRIMARY KEY (id),
    CONSTRAINT ck_webhook_progress_one CHECK (id = 1)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

INSERT INTO webhook_progress (id, position) VALUES (1, 0);
