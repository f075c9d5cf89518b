-- What is closed lies in nobody's folder, and how often a snoozed ticket came back is counted.
ALTER TABLE ticket
    ADD COLUMN snooze_return_count INT NOT NULL DEFAULT 0,
    MODIFY COLUMN inbox_folder VARCHAR(10) CHARACTER SET ascii
        AS (IF(status = 'CLOSED' OR (folder = 'INBOX' AND status = 'SOLVED'), 'DONE', folder)) PERSISTENT;
