-- What other systems know about requesters and organizations, and what may be known.
CREATE TABLE fact_definition (
    id         UUID        NOT NULL,
    about      VARCHAR(20) CHARACTER SET ascii NOT NULL,
    fact_key   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    type       VARCHAR(20) CHARACTER SET ascii NOT NULL,
    terms      MEDIUMTEXT  NOT NULL,
    created_at DATETIME(6) NOT NULL,
    updated_at DATETIME(6) NOT NULL,
    version    INT         NOT NULL,
    CONSTRAINT pk_fact_definition PRIMARY KEY (id),
    CONSTRAINT uq_fact_definition_key UNIQUE (about, fact_key)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE customer_fact (
    owner_id      UUID         NOT NULL,
    fact_key      VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    about         VARCHAR(20)  CHARACTER SET ascii NOT NULL,
    value_json    MEDIUMTEXT   NOT NULL,
    source        VARCHAR(100) NOT NULL,
    observed_at   DATETIME(6)  NOT NULL,
    expires_at    DATETIME(6)  NULL,
    changed_at    DATETIME(6)  NOT NULL,
    previous_json MEDIUMTEXT   NULL,
    CONSTRAINT pk_customer_fact PRIMARY KEY (owner_id, fact_key),
    KEY ix_customer_fact_key (fact_key, about)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE customer_fact_value (
    owner_id  UUID          NOT NULL,
    value_key VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    place     SMALLINT      NOT NULL,
    word      TEXT          CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
    number    DECIMAL(22,6) NULL,
    CONSTRAINT pk_customer_fact_value PRIMARY KEY (owner_id, value_key, place),
    KEY ix_customer_fact_value_word (value_key, word(100), owner_id),
    KEY ix_customer_fact_value_number (value_key, number, owner_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
