-- Waiting tickets are looked for per group and folder, every second on every node: all of that from one index.
ALTER TABLE ticket
    DROP KEY ix_ticket_waiting,
    ADD KEY ix_ticket_waiting (assignee_id, unassigned_reason, status, folder, group_id, latest_start_at);
