-- Files of closed dates that lie with somebody else, and what they last said.
ALTER TABLE schedule ADD COLUMN holiday_feeds TEXT NOT NULL DEFAULT '[]' AFTER public_holidays_of;

CREATE TABLE holiday_feed (
    url         VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    etag        VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
    dates       MEDIUMTEXT   NOT NULL,
    read_at     DATETIME(6)  NULL,
    problem     VARCHAR(500) NULL,
    next_try_at DATETIME(6)  NOT NULL,
    CONSTRAINT pk_holiday_feed PRIMARY KEY (url),
    KEY ix_holiday_feed_next_try (next_try_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
