-- Long work that somebody asked for, and what trials of drafted rules and policies found.
CREATE TABLE job (
    id         UUID        NOT NULL,
    kind       VARCHAR(20) CHARACTER SET ascii NOT NULL,
    owner_id   UUID        NOT NULL,
    status     VARCHAR(10) CHARACTER SET ascii NOT NULL,
    draft      MEDIUMTEXT  NOT NULL,
    place      VARCHAR(100) CHARACTER SET ascii NOT NULL,
    done       BIGINT      NOT NULL,
    total      BIGINT      NOT NULL,
    sums       TEXT        NOT NULL,
    created_at DATETIME(6) NOT NULL,
    ended_at   DATETIME(6) NULL,
    CONSTRAINT pk_job PRIMARY KEY (id),
    CONSTRAINT ck_job_ended CHECK ((status IN ('queued', 'running')) = (ended_at IS NULL))
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE trial_finding (
    job_id     UUID     NOT NULL,
    ticket_id  UUID     NOT NULL,
    number     BIGINT   NOT NULL,
    difference TEXT     NOT NULL,
    CONSTRAINT pk_trial_finding PRIMARY KEY (job_id, ticket_id),
    CONSTRAINT fk_trial_finding_job FOREIGN KEY (job_id) REFERENCES job (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

ALTER TABLE ticket ADD KEY ix_ticket_created (created_at, id);
