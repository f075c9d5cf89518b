-- How answers leave: one mail per answer and person, and every attempt to deliver it.
CREATE TABLE outgoing_mail (
    id         UUID         NOT NULL,
    ticket_id  UUID         NOT NULL,
    comment_id UUID         NOT NULL,
    user_id    UUID         NOT NULL,
    message_id VARCHAR(400) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
    state      VARCHAR(10)  CHARACTER SET ascii NOT NULL,
    attempts   INT          NOT NULL DEFAULT 0,
    created_at DATETIME(6)  NOT NULL,
    ended_at   DATETIME(6)  NULL,
    CONSTRAINT pk_outgoing_mail PRIMARY KEY (id),
    CONSTRAINT uq_outgoing_mail_comment UNIQUE (comment_id, user_id),
    KEY ix_outgoing_mail_ticket (ticket_id, comment_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE outgoing_mail_attempt (
    outgoing_mail_id UUID         NOT NULL,
    attempt          INT          NOT NULL,
    outcome          VARCHAR(10)  CHARACTER SET ascii NOT NULL,
    reply            VARCHAR(500) NULL,
    at               DATETIME(6)  NOT NULL,
    CONSTRAINT pk_outgoing_mail_attempt PRIMARY KEY (outgoing_mail_id, attempt),
    CONSTRAINT fk_outgoing_mail_attempt_mail FOREIGN KEY (outgoing_mail_id) REFERENCES outgoing_mail (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
