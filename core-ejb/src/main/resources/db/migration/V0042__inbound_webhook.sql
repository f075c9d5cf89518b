-- Addresses at which other systems say, signed, what is to be done; and what they said already.
CREATE TABLE inbound_webhook (
    id            UUID           NOT NULL,
    name          VARCHAR(100)   COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
    action        VARCHAR(20)    CHARACTER SET ascii NOT NULL,
    mapping       TEXT           NOT NULL,
    active        BOOLEAN        NOT NULL,
    secret        VARBINARY(200) NOT NULL,
    former_secret VARBINARY(200) NULL,
    former_until  DATETIME(6)    NULL,
    created_at    DATETIME(6)    NOT NULL,
    updated_at    DATETIME(6)    NOT NULL,
    version       INT            NOT NULL,
    CONSTRAINT pk_inbound_webhook PRIMARY KEY (id),
    CONSTRAINT ck_inbound_webhook_former CHECK ((former_secret IS NULL) = (former_until IS NULL))
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE inbound_webhook_message (
    inbound_webhook_id UUID         NOT NULL,
    message_id         VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    ticket_id          UUID         NULL,
    comment_id         UUID         NULL,
    received_at        DATETIME(6)  NOT NULL,
    CONSTRAINT pk_inbound_webhook_message PRIMARY KEY (inbound_webhook_id, message_id),
    CONSTRAINT fk_inbound_webhook_message FOREIGN KEY (inbound_webhook_id)
        REFERENCES inbound_webhook (id) ON DELETE CASCADE,
    KEY ix_inbound_webhook_message_received (received_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
