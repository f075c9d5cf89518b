-- When work is done; every version is kept, because clocks tell by which one they ran.
CREATE TABLE schedule (
    id         UUID         NOT NULL,
    name       VARCHAR(100) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
    time_zone  VARCHAR(50)  COLLATE utf8mb4_nopad_bin NOT NULL,
    intervals  TEXT         NOT NULL,
    holidays   MEDIUMTEXT   NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    updated_at DATETIME(6)  NOT NULL,
    version    INT          NOT NULL,
    CONSTRAINT pk_schedule PRIMARY KEY (id),
    CONSTRAINT uq_schedule_name UNIQUE (name)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE schedule_version (
    schedule_id UUID        NOT NULL,
    version     INT         NOT NULL,
    time_zone   VARCHAR(50) COLLATE utf8mb4_nopad_bin NOT NULL,
    intervals   TEXT        NOT NULL,
    holidays    MEDIUMTEXT  NOT NULL,
    valid_from  DATETIME(6) NOT NULL,
    CONSTRAINT pk_schedule_version PRIMARY KEY (schedule_id, version)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
