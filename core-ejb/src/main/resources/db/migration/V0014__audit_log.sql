-- Who set up what: the record of the desk itself, only ever added to; tickets have ticket_event.
CREATE TABLE audit_log (
    id           UUID         NOT NULL,
    type         VARCHAR(60)  CHARACTER SET ascii NOT NULL,
    subject_id   VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    actor_type   VARCHAR(10)  CHARACTER SET ascii NOT NULL,
    actor_id     UUID         NULL,
    on_behalf_of UUID         NULL,
    cause        VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    fields       MEDIUMTEXT   NOT NULL,
    at           DATETIME(6)  NOT NULL,
    CONSTRAINT pk_audit_log PRIMARY KEY (id),
    KEY ix_audit_log_actor (actor_id, id),
    KEY ix_audit_log_subject (subject_id, id),
    KEY ix_audit_log_type (type, id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

-- Who downloaded raw mail is in there too.
DROP TABLE inbound_mail_download;
