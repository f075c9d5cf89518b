-- How mail comes in: mailboxes, the addresses people write to, and every raw mail with what became of it.
CREATE TABLE mail_channel (
    id            UUID            NOT NULL,
    name          VARCHAR(100)    CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    active        BOOLEAN         NOT NULL,
    imap_host     VARCHAR(253)    NULL,
    imap_port     INT             NULL,
    imap_security VARCHAR(10)     CHARACTER SET ascii NULL,
    imap_user     VARCHAR(255)    NULL,
    imap_secret   VARBINARY(4200) NULL,
    imap_folder   VARCHAR(255)    NULL,
    smtp_host     VARCHAR(253)    NOT NULL,
    smtp_port     INT             NOT NULL,
    smtp_security VARCHAR(10)     CHARACTER SET ascii NOT NULL,
    smtp_user     VARCHAR(255)    NULL,
    smtp_secret   VARBINARY(4200) NULL,
    smtp_folder   VARCHAR(255)    NULL,
    created_at    DATETIME(6)     NOT NULL,
    updated_at    DATETIME(6)     NOT NULL,
    version       INT             NOT NULL,
    CONSTRAINT pk_mail_channel PRIMARY KEY (id),
    CONSTRAINT uq_mail_channel_name UNIQUE (name)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE mailbox (
    mail_channel_id UUID         NOT NULL,
    uid_validity    BIGINT       NULL,
    last_uid        BIGINT       NOT NULL DEFAULT 0,
    fetched_at      DATETIME(6)  NULL,
    last_error      VARCHAR(500) NULL,
    CONSTRAINT pk_mailbox PRIMARY KEY (mail_channel_id),
    CONSTRAINT fk_mailbox_mail_channel FOREIGN KEY (mail_channel_id) REFERENCES mail_channel (id) ON DELETE CASCADE
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE support_address (
    id              UUID         NOT NULL,
    address         VARCHAR(254) NOT NULL,
    normalized      VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    name            VARCHAR(100) NULL,
    brand_id        UUID         NOT NULL,
    mail_channel_id UUID         NULL,
    group_id        UUID         NULL,
    is_default      BOOLEAN      NOT NULL,
    default_of      UUID         AS (IF(is_default, brand_id, NULL)) STORED,
    signed_reply_to BOOLEAN      NOT NULL,
    active          BOOLEAN      NOT NULL,
    created_at      DATETIME(6)  NOT NULL,
    updated_at      DATETIME(6)  NOT NULL,
    version         INT          NOT NULL,
    CONSTRAINT pk_support_address PRIMARY KEY (id),
    CONSTRAINT uq_support_address_normalized UNIQUE (normalized),
    CONSTRAINT uq_support_address_default UNIQUE (default_of),
    CONSTRAINT fk_support_address_brand FOREIGN KEY (brand_id) REFERENCES brand (id),
    CONSTRAINT fk_support_address_mail_channel
        FOREIGN KEY (mail_channel_id) REFERENCES mail_channel (id) ON DELETE SET NULL
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE inbound_mail (
    id             UUID         NOT NULL,
    source         VARCHAR(40)  CHARACTER SET ascii NOT NULL,
    message_key    BINARY(32)   NOT NULL,
    sha256         CHAR(64)     CHARACTER SET ascii NOT NULL,
    bytes          BIGINT       NOT NULL,
    envelope_from  VARCHAR(254) NULL,
    envelope_to    TEXT         NOT NULL,
    state          VARCHAR(10)  CHARACTER SET ascii NOT NULL,
    reason         VARCHAR(40)  CHARACTER SET ascii NULL,
    detail         VARCHAR(500) NULL,
    classification VARCHAR(20)  CHARACTER SET ascii NULL,
    from_address   VARCHAR(254) NULL,
    subject        VARCHAR(255) NULL,
    ticket_id      UUID         NULL,
    comment_id     UUID         NULL,
    opened_ticket  BOOLEAN      NOT NULL DEFAULT FALSE,
    bounce         TEXT         NULL,
    wanted         BOOLEAN      NOT NULL DEFAULT FALSE,
    attempts       INT          NOT NULL DEFAULT 0,
    due_at         DATETIME(6)  NOT NULL,
    leased_until   DATETIME(6)  NOT NULL DEFAULT '1970-01-01 00:00:00',
    fence          BIGINT       NOT NULL DEFAULT 0,
    received_at    DATETIME(6)  NOT NULL,
    CONSTRAINT pk_inbound_mail PRIMARY KEY (id),
    CONSTRAINT uq_inbound_mail_key UNIQUE (source, message_key, sha256),
    KEY ix_inbound_mail_message (message_key),
    KEY ix_inbound_mail_due (state, due_at),
    KEY ix_inbound_mail_state (state, id),
    KEY ix_inbound_mail_ticket (ticket_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE inbound_mail_download (
    id              UUID        NOT NULL,
    inbound_mail_id UUID        NOT NULL,
    user_id         UUID        NOT NULL,
    at              DATETIME(6) NOT NULL,
    CONSTRAINT pk_inbound_mail_download PRIMARY KEY (id),
    CONSTRAINT fk_inbound_mail_download_mail FOREIGN KEY (inbound_mail_id) REFERENCES inbound_mail (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE mail_thread (
    ticket_id          UUID NOT NULL,
    support_address_id UUID NOT NULL,
    CONSTRAINT pk_mail_thread PRIMARY KEY (ticket_id),
    CONSTRAINT fk_mail_thread_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE mail_participant (
    ticket_id  UUID         NOT NULL,
    normalized VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    joined_at  DATETIME(6)  NOT NULL,
    CONSTRAINT pk_mail_participant PRIMARY KEY (ticket_id, normalized),
    CONSTRAINT fk_mail_participant_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
