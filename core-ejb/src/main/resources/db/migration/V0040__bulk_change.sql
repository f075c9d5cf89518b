-- The tickets of bulk changes, in their order, and what became of each.
CREATE TABLE bulk_item (
    job_id           UUID         NOT NULL,
    position         INT          NOT NULL,
    ticket_id        UUID         NOT NULL,
    expected_version INT          NULL,
    outcome          VARCHAR(10)  CHARACTER SET ascii NULL,
    code             VARCHAR(60)  CHARACTER SET ascii NULL,
    detail           VARCHAR(500) NULL,
    ticket_version   INT          NULL,
    CONSTRAINT pk_bulk_item PRIMARY KEY (job_id, position),
    CONSTRAINT fk_bulk_item_job FOREIGN KEY (job_id) REFERENCES job (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
