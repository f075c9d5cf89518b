-- Who asks and who answers: users and their identities, organizations, groups, skills, agents and their load.
CREATE TABLE organization (
    id          UUID          NOT NULL,
    name        VARCHAR(200)  COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
    external_id VARCHAR(190)  COLLATE utf8mb4_nopad_bin NULL,
    tags        VARCHAR(4000) COLLATE utf8mb4_nopad_bin NOT NULL,
    created_at  DATETIME(6)   NOT NULL,
    updated_at  DATETIME(6)   NOT NULL,
    version     INT           NOT NULL,
    CONSTRAINT pk_organization PRIMARY KEY (id),
    CONSTRAINT uq_organization_external_id UNIQUE (external_id),
    KEY ix_organization_name (name, id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE organization_domain (
    domain          VARCHAR(253) COLLATE utf8mb4_nopad_bin NOT NULL,
    organization_id UUID         NOT NULL,
    CONSTRAINT pk_organization_domain PRIMARY KEY (domain),
    CONSTRAINT fk_organization_domain_organization FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE user (
    id              UUID          NOT NULL,
    name            VARCHAR(200)  COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
    role            VARCHAR(20)   COLLATE utf8mb4_nopad_bin NOT NULL,
    organization_id UUID          NULL,
    language        VARCHAR(35)   COLLATE utf8mb4_nopad_bin NULL,
    time_zone       VARCHAR(50)   COLLATE utf8mb4_nopad_bin NULL,
    external_id     VARCHAR(190)  COLLATE utf8mb4_nopad_bin NULL,
    tags            VARCHAR(4000) COLLATE utf8mb4_nopad_bin NOT NULL,
    active          BOOLEAN       NOT NULL,
    login_issuer    VARCHAR(255)  COLLATE utf8mb4_nopad_bin NULL,
    login_subject   VARCHAR(255)  COLLATE utf8mb4_nopad_bin NULL,
    identity_turns  INT           NOT NULL DEFAULT 0,
    created_at      DATETIME(6)   NOT NULL,
    updated_at      DATETIME(6)   NOT NULL,
    version         INT           NOT NULL,
    CONSTRAINT pk_user PRIMARY KEY (id),
    CONSTRAINT uq_user_external_id UNIQUE (external_id),
    CONSTRAINT uq_user_login UNIQUE (login_issuer, login_subject),
    CONSTRAINT fk_user_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
    CONSTRAINT ck_user_role CHECK (role IN ('ADMIN', 'SUPERVISOR', 'AGENT', 'LIGHT_AGENT', 'REQUESTER', 'SERVICE')),
    CONSTRAINT ck_user_login CHECK ((login_issuer IS NULL) = (login_subject IS NULL)),
    KEY ix_user_name (name, id),
    KEY ix_user_role (role, id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE identity (
    id          UUID         NOT NULL,
    user_id     UUID         NOT NULL,
    type        VARCHAR(10)  COLLATE utf8mb4_nopad_bin NOT NULL,
    value       VARCHAR(320) COLLATE utf8mb4_nopad_bin NOT NULL,
    normalized  VARCHAR(320) COLLATE utf8mb4_nopad_bin NOT NULL,
    verified_at DATETIME(6)  NULL,
    created_at  DATETIME(6)  NOT NULL,
    CONSTRAINT pk_identity PRIMARY KEY (id),
    CONSTRAINT uq_identity_normalized UNIQUE (type, normalized),
    CONSTRAINT fk_identity_user FOREIGN KEY (user_id) REFERENCES user (id) ON DELETE CASCADE,
    CONSTRAINT ck_identity_type CHECK (type IN ('EMAIL', 'PHONE', 'EXTERNAL', 'CHAT')),
    CONSTRAINT ck_identity_normalized CHECK (normalized <> '')
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE agent_group (
    id             UUID         NOT NULL,
    name           VARCHAR(100) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
    tier           INT          NOT NULL,
    is_default     BOOLEAN      NOT NULL,
    default_marker TINYINT      AS (IF(is_default, 1, NULL)) STORED,
    created_at     DATETIME(6)  NOT NULL,
    version        INT          NOT NULL,
    CONSTRAINT pk_agent_group PRIMARY KEY (id),
    CONSTRAINT uq_agent_group_name UNIQUE (name),
    CONSTRAINT uq_agent_group_default UNIQUE (default_marker),
    CONSTRAINT ck_agent_group_tier CHECK (tier BETWEEN 0 AND 4)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE skill (
    id         UUID         NOT NULL,
    name       VARCHAR(100) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    version    INT          NOT NULL,
    CONSTRAINT pk_skill PRIMARY KEY (id),
    CONSTRAINT uq_skill_name UNIQUE (name)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE agent (
    id          UUID         NOT NULL,
    presence    VARCHAR(10)  COLLATE utf8mb4_nopad_bin NOT NULL,
    presence_at DATETIME(6)  NOT NULL,
    capacity    INT          NOT NULL,
    languages   VARCHAR(400) COLLATE utf8mb4_nopad_bin NOT NULL,
    version     INT          NOT NULL,
    CONSTRAINT pk_agent PRIMARY KEY (id),
    CONSTRAINT fk_agent_user FOREIGN KEY (id) REFERENCES user (id),
    CONSTRAINT ck_agent_presence CHECK (presence IN ('ONLINE', 'AWAY', 'OFFLINE')),
    CONSTRAINT ck_agent_capacity CHECK (capacity BETWEEN 0 AND 1000)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE agent_skill (
    agent_id UUID NOT NULL,
    skill_id UUID NOT NULL,
    level    INT  NOT NULL,
    CONSTRAINT pk_agent_skill PRIMARY KEY (agent_id, skill_id),
    CONSTRAINT fk_agent_skill_agent FOREIGN KEY (agent_id) REFERENCES agent (id),
    CONSTRAINT fk_agent_skill_skill FOREIGN KEY (skill_id) REFERENCES skill (id),
    CONSTRAINT ck_agent_skill_level CHECK (level BETWEEN 1 AND 5)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE group_member (
    group_id UUID        NOT NULL,
    agent_id UUID        NOT NULL,
    since    DATETIME(6) NOT NULL,
    CONSTRAINT pk_group_member PRIMARY KEY (group_id, agent_id),
    CONSTRAINT fk_group_member_group FOREIGN KEY (group_id) REFERENCES agent_group (id),
    CONSTRAINT fk_group_member_agent FOREIGN KEY (agent_id) REFERENCES agent (id),
    KEY ix_group_member_agent (agent_id, group_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE agent_load (
    agent_id         UUID        NOT NULL,
    open_count       INT         NOT NULL,
    last_assigned_at DATETIME(6) NULL,
    CONSTRAINT pk_agent_load PRIMARY KEY (agent_id),
    CONSTRAINT fk_agent_load_agent FOREIGN KEY (agent_id) REFERENCES agent (id),
    CONSTRAINT ck_agent_load_open_count CHECK (open_count >= 0)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
