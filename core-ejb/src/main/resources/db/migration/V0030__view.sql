-- Saved questions about stored tickets.
CREATE TABLE saved_view (
    id             UUID         NOT NULL,
    name           VARCHAR(100) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
    scope          VARCHAR(10)  CHARACTER SET ascii NOT NULL,
    owner_id       UUID         NOT NULL,
    group_id       UUID         NULL,
    condition_json MEDIUMTEXT   NOT NULL,
    shown          VARCHAR(400) CHARACTER SET ascii NOT NULL,
    sort           VARCHAR(30)  CHARACTER SET ascii NOT NULL,
    `grouping`     VARCHAR(20)  CHARACTER SET ascii NOT NULL,
    created_at     DATETIME(6)  NOT NULL,
    updated_at     DATETIME(6)  NOT NULL,
    version        INT          NOT NULL,
    CONSTRAINT pk_saved_view PRIMARY KEY (id),
    CONSTRAINT fk_saved_view_owner FOREIGN KEY (owner_id) REFERENCES `user` (id),
    CONSTRAINT fk_saved_view_group FOREIGN KEY (group_id) REFERENCES agent_group (id),
    CONSTRAINT ck_saved_view_group CHECK ((scope = 'GROUP') = (group_id IS NOT NULL)),
    KEY ix_saved_view_owner (owner_id, scope),
    KEY ix_saved_view_name (name, id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
