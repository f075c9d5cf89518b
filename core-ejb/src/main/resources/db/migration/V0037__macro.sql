-- What agents do to tickets by hand with one call, each wording of it, and each use.
CREATE TABLE macro (
    id           UUID         NOT NULL,
    name         VARCHAR(100) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
    description  VARCHAR(500) NULL,
    scope        VARCHAR(10)  CHARACTER SET ascii NOT NULL,
    owner_id     UUID         NOT NULL,
    group_id     UUID         NULL,
    role         VARCHAR(20)  CHARACTER SET ascii NULL,
    brand_id     UUID         NULL,
    actions_json MEDIUMTEXT   NOT NULL,
    article_url  VARCHAR(500) NULL,
    active       BOOLEAN      NOT NULL,
    created_at   DATETIME(6)  NOT NULL,
    updated_at   DATETIME(6)  NOT NULL,
    version      INT          NOT NULL,
    CONSTRAINT pk_macro PRIMARY KEY (id),
    CONSTRAINT fk_macro_owner FOREIGN KEY (owner_id) REFERENCES `user` (id),
    CONSTRAINT fk_macro_group FOREIGN KEY (group_id) REFERENCES agent_group (id),
    CONSTRAINT fk_macro_brand FOREIGN KEY (brand_id) REFERENCES brand (id),
    CONSTRAINT ck_macro_group CHECK ((scope = 'GROUP') = (group_id IS NOT NULL)),
    CONSTRAINT ck_macro_role CHECK ((scope = 'ROLE') = (role IS NOT NULL)),
    CONSTRAINT ck_macro_brand CHECK ((scope = 'BRAND') = (brand_id IS NOT NULL)),
    KEY ix_macro_owner (owner_id, scope),
    KEY ix_macro_name (name, id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE macro_version (
    macro_id     UUID         NOT NULL,
    version      INT          NOT NULL,
    name         VARCHAR(100) NOT NULL,
    actions_json MEDIUMTEXT   NOT NULL,
    changed_by   UUID         NOT NULL,
    at           DATETIME(6)  NOT NULL,
    CONSTRAINT pk_macro_version PRIMARY KEY (macro_id, version),
    CONSTRAINT fk_macro_version_macro FOREIGN KEY (macro_id) REFERENCES macro (id) ON DELETE CASCADE
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE macro_run (
    id            UUID        NOT NULL,
    macro_id      UUID        NOT NULL,
    macro_version INT         NOT NULL,
    ticket_id     UUID        NOT NULL,
    agent_id      UUID        NOT NULL,
    at            DATETIME(6) NOT NULL,
    CONSTRAINT pk_macro_run PRIMARY KEY (id),
    CONSTRAINT fk_macro_run_macro FOREIGN KEY (macro_id) REFERENCES macro (id) ON DELETE CASCADE,
    KEY ix_macro_run_macro (macro_id, at)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
