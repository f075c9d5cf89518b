-- Fields that administrators add to tickets. The values stand with the ticket; beside it lie the rows that find them.
CREATE TABLE custom_field (
    id         UUID        NOT NULL,
    field_key  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    type       VARCHAR(20) CHARACTER SET ascii NOT NULL,
    active     BOOLEAN     NOT NULL,
    terms      MEDIUMTEXT  NOT NULL,
    created_at DATETIME(6) NOT NULL,
    updated_at DATETIME(6) NOT NULL,
    version    INT         NOT NULL,
    CONSTRAINT pk_custom_field PRIMARY KEY (id),
    CONSTRAINT uq_custom_field_key UNIQUE (field_key)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

ALTER TABLE ticket ADD COLUMN custom_fields MEDIUMTEXT NULL;

CREATE TABLE ticket_field_value (
    owner_id  UUID          NOT NULL,
    value_key VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    place     SMALLINT      NOT NULL,
    word      TEXT          CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
    number    DECIMAL(22,6) NULL,
    CONSTRAINT pk_ticket_field_value PRIMARY KEY (owner_id, value_key, place),
    CONSTRAINT fk_ticket_field_value_ticket FOREIGN KEY (owner_id) REFERENCES ticket (id),
    KEY ix_ticket_field_value_word (value_key, word(100), owner_id),
    KEY ix_ticket_field_value_number (value_key, number, owner_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
