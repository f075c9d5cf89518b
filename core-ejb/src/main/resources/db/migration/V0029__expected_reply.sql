-- When an answer can be expected; and how long tickets wait is read for every group, every second, from one index.
ALTER TABLE ticket
    ADD COLUMN expected_reply_at DATETIME(6) NULL,
    ADD COLUMN reply_owed        BOOLEAN     NOT NULL DEFAULT FALSE,
    DROP KEY ix_ticket_waiting,
    ADD KEY ix_ticket_waiting
        (assignee_id, unassigned_reason, status, folder, group_id, waiting_since, latest_start_at);
