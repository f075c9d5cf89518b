-- The names under which the desk writes; one is there from the start, because every ticket belongs to one.
CREATE TABLE brand (
    id                 UUID          NOT NULL,
    name               VARCHAR(100)  NOT NULL,
    is_default         BOOLEAN       NOT NULL,
    default_marker     TINYINT       AS (IF(is_default, 1, NULL)) STORED,
    language           VARCHAR(35)   CHARACTER SET ascii NULL,
    signature          VARCHAR(2000) NULL,
    show_ticket_number BOOLEAN       NOT NULL,
    created_at         DATETIME(6)   NOT NULL,
    updated_at         DATETIME(6)   NOT NULL,
    version            INT           NOT NULL,
    CONSTRAINT pk_brand PRIMARY KEY (id),
    CONSTRAINT uq_brand_default UNIQUE (default_marker)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

INSERT INTO brand (id, name, is_default, language, signature, show_ticket_number, created_at, updated_at, version)
VALUES ('01900000-0000-7000-8000-000000000001', 'Support', TRUE, NULL, NULL, FALSE, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 0);
