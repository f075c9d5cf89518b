-- Keys with which programs and people without a browser sign in; only the digest of a key is kept.
CREATE TABLE api_token (
    id                  UUID          NOT NULL,
    user_id             UUID          NOT NULL,
    kind                VARCHAR(12)   CHARACTER SET ascii NOT NULL,
    name                VARCHAR(100)  NOT NULL,
    secret_hash         VARBINARY(32) NOT NULL,
    scopes              VARCHAR(2000) CHARACTER SET ascii NULL,
    brands              VARCHAR(2000) CHARACTER SET ascii NOT NULL,
    requests_per_minute INT           NULL,
    created_by_id       UUID          NULL,
    created_at          DATETIME(6)   NOT NULL,
    expires_at          DATETIME(6)   NOT NULL,
    last_used_at        DATETIME(6)   NULL,
    revoked_at          DATETIME(6)   NULL,
    version             INT           NOT NULL,
    CONSTRAINT pk_api_token PRIMARY KEY (id),
    CONSTRAINT uq_api_token_secret_hash UNIQUE (secret_hash),
    CONSTRAINT fk_api_token_user FOREIGN KEY (user_id) REFERENCES `user` (id),
    CONSTRAINT ck_api_token_kind CHECK (kind IN ('LASTING', 'FIRST_ADMIN')),
    CONSTRAINT ck_api_token_secret_hash CHECK (LENGTH(secret_hash) = 32),
    KEY ix_api_token_user (user_id, id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
