-- What happened is numbered in the order of its commits, so that others can follow it and miss nothing.
ALTER TABLE ticket_event
    ADD COLUMN feed_no BIGINT NULL,
    ADD KEY ix_ticket_event_feed (feed_no);

ALTER TABLE audit_log
    ADD COLUMN feed_no BIGINT NULL,
    ADD KEY ix_audit_log_feed (feed_no);

CREATE TABLE feed_head (
    id   TINYINT NOT NULL,
    last BIGINT  NOT NULL,
    CONSTRAINT pk_feed_head PRIMARY KEY (id),
    CONSTRAINT ck_feed_head_one CHECK (id = 1)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

INSERT INTO feed_head (id, last) VALUES (1, 0);
