-- What administrators set for a plugin, and what plugins keep; a plugin nobody configured has no row.
CREATE TABLE plugin_configuration (
    plugin_id  VARCHAR(32)  CHARACTER SET ascii NOT NULL,
    enabled    BOOLEAN      NOT NULL,
    settings   MEDIUMTEXT   NOT NULL,
    secrets    MEDIUMBLOB   NULL,
    updated_at DATETIME(6)  NOT NULL,
    version    INT          NOT NULL,
    CONSTRAINT pk_plugin_configuration PRIMARY KEY (plugin_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;

CREATE TABLE plugin_value (
    plugin_id VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name      VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content   MEDIUMTEXT   NOT NULL,
    version   BIGINT       NOT NULL,
    CONSTRAINT pk_plugin_value PRIMARY KEY (plugin_id, name)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
