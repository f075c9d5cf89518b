-- Tickets and what is said about them; the record of a ticket is append-only.
CREATE TABLE ticket (
    id                   UUID         NOT NULL,
    number               BIGINT       NOT NULL AUTO_INCREMENT,
    subject              VARCHAR(255) NOT NULL,
    priority             VARCHAR(10)  CHARACTER SET ascii NOT NULL,
    type                 VARCHAR(10)  CHARACTER SET ascii NULL,
    language             VARCHAR(35)  CHARACTER SET ascii NULL,
    external_id          VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
    tags                 TEXT         NOT NULL,
    requester_id         UUID         NOT NULL,
    organization_id      UUID         NULL,
    brand_id             UUID         NOT NULL,
    channel              VARCHAR(10)  CHARACTER SET ascii NOT NULL,
    opened_by            VARCHAR(10)  CHARACTER SET ascii NOT NULL,
    follow_up_of_id      UUID         NULL,
    status               VARCHAR(10)  CHARACTER SET ascii NOT NULL,
    folder               VARCHAR(10)  CHARACTER SET ascii NOT NULL,
    group_id             UUID         NULL,
    assignee_id          UUID         NULL,
    previous_assignee_id UUID         NULL,
    unassigned_reason    VARCHAR(20)  CHARACTER SET ascii NULL,
    tier                 TINYINT      NOT NULL,
    required_skills      TEXT         NOT NULL,
    delivery_failed      BOOLEAN      NOT NULL,
    due_at               DATETIME(6)  NULL,
    due_metric           VARCHAR(30)  CHARACTER SET ascii NULL,
    no_due_reason        VARCHAR(40)  CHARACTER SET ascii NULL,
    latest_start_at      DATETIME(6)  NULL,
    created_at           DATETIME(6)  NOT NULL,
    updated_at           DATETIME(6)  NOT NULL,
    solved_at            DATETIME(6)  NULL,
    closes_at            DATETIME(6)  NULL,
    last_comment_at      DATETIME(6)  NULL,
    event_count          BIGINT       NOT NULL,
    version              INT          NOT NULL,
    inbox_folder         VARCHAR(10)  CHARACTER SET ascii
        AS (IF(folder = 'INBOX' AND status IN ('SOLVED', 'CLOSED'), 'DONE', folder)) PERSISTENT,
    inbox_order          DATETIME(6)
        AS (COALESCE(due_at, '9999-12-31 00:00:00')) PERSISTENT,
    CONSTRAINT pk_ticket PRIMARY KEY (id),
    CONSTRAINT uq_ticket_number UNIQUE (number),
    CONSTRAINT fk_ticket_requester FOREIGN KEY (requester_id) REFERENCES `user` (id),
    CONSTRAINT fk_ticket_follow_up_of FOREIGN KEY (follow_up_of_id) REFERENCES ticket (id),
    CONSTRAINT ck_ticket_owned_or_reason CHECK (assignee_id IS NOT NULL OR unassigned_reason IS NOT NULL),
    CONSTRAINT ck_ticket_due_or_reason CHECK (due_at IS NOT NULL OR no_due_reason IS NOT NULL),
    KEY ix_ticket_inbox (assignee_id, inbox_folder, inbox_order, id),
    KEY ix_ticket_waiting (assignee_id, unassigned_reason, status, latest_start_at),
    KEY ix_ticket_requester (requester_id, id),
    KEY ix_ticket_organization (organization_id, id),
    KEY ix_ticket_group (group_id, status, id),
    KEY ix_ticket_status_due (status, due_at, id),
    KEY ix_ticket_updated (updated_at, id),
    KEY ix_ticket_external (external_id),
    KEY ix_ticket_closes (closes_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE ticket_tag (
    ticket_id UUID        NOT NULL,
    tag       VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    CONSTRAINT pk_ticket_tag PRIMARY KEY (tag, ticket_id),
    CONSTRAINT fk_ticket_tag_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE comment (
    id          UUID         NOT NULL,
    ticket_id   UUID         NOT NULL,
    author_id   UUID         NULL,
    author_role VARCHAR(10)  CHARACTER SET ascii NOT NULL,
    visibility  VARCHAR(10)  CHARACTER SET ascii NOT NULL,
    channel     VARCHAR(10)  CHARACTER SET ascii NOT NULL,
    text        MEDIUMTEXT   NOT NULL,
    quoted_text MEDIUMTEXT   NULL,
    html        MEDIUMTEXT   NULL,
    message_id  VARCHAR(998) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
    automatic   VARCHAR(40)  CHARACTER SET ascii NULL,
    bounce      TEXT         NULL,
    created_at  DATETIME(6)  NOT NULL,
    CONSTRAINT pk_comment PRIMARY KEY (ticket_id, id),
    CONSTRAINT uq_comment_id UNIQUE (id),
    CONSTRAINT fk_comment_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE attachment (
    id             UUID         NOT NULL,
    ticket_id      UUID         NULL,
    comment_id     UUID         NULL,
    uploaded_by_id UUID         NULL,
    file_name      VARCHAR(255) NOT NULL,
    media_type     VARCHAR(127) CHARACTER SET ascii NOT NULL,
    bytes          BIGINT       NOT NULL,
    sha256         CHAR(64)     CHARACTER SET ascii NOT NULL,
    is_inline      BOOLEAN      NOT NULL,
    content_id     VARCHAR(255) NULL,
    created_at     DATETIME(6)  NOT NULL,
    CONSTRAINT pk_attachment PRIMARY KEY (id),
    KEY ix_attachment_comment (ticket_id, comment_id),
    KEY ix_attachment_blob (sha256)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE read_mark (
    user_id   UUID        NOT NULL,
    ticket_id UUID        NOT NULL,
    read_at   DATETIME(6) NOT NULL,
    CONSTRAINT pk_read_mark PRIMARY KEY (user_id, ticket_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE ticket_event (
    ticket_id    UUID         NOT NULL,
    seq          BIGINT       NOT NULL,
    type         VARCHAR(40)  CHARACTER SET ascii NOT NULL,
    actor_type   VARCHAR(10)  CHARACTER SET ascii NOT NULL,
    actor_id     UUID         NULL,
    on_behalf_of UUID         NULL,
    cause        VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    data         TEXT         NOT NULL,
    at           DATETIME(6)  NOT NULL,
    CONSTRAINT pk_ticket_event PRIMARY KEY (ticket_id, seq),
    CONSTRAINT fk_ticket_event_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
