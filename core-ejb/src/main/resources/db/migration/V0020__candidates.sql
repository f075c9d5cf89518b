-- What routing weighs: the size and lane of work, since when it waits, and when, where and for whom agents work.
ALTER TABLE ticket
    ADD COLUMN units          INT         NOT NULL DEFAULT 1,
    ADD COLUMN vip            BOOLEAN     NOT NULL DEFAULT FALSE,
    ADD COLUMN waiting_since  DATETIME(6) NULL,
    ADD COLUMN previous_until DATETIME(6) NULL,
    ADD CONSTRAINT ck_ticket_units CHECK (units >= 1);

UPDATE ticket SET waiting_since = created_at
WHERE assignee_id IS NULL AND status IN ('NEW', 'OPEN') AND folder = 'INBOX';
UPDATE ticket SET previous_until = updated_at WHERE previous_assignee_id IS NOT NULL;

ALTER TABLE agent
    ADD COLUMN paused_channels VARCHAR(60) CHARACTER SET ascii NOT NULL DEFAULT '',
    ADD COLUMN schedule_id     UUID        NULL,
    ADD COLUMN deputy_id       UUID        NULL,
    ADD CONSTRAINT fk_agent_schedule FOREIGN KEY (schedule_id) REFERENCES schedule (id),
    ADD CONSTRAINT fk_agent_deputy FOREIGN KEY (deputy_id) REFERENCES agent (id);

ALTER TABLE agent_load
    ADD COLUMN load_units INT NOT NULL DEFAULT 0,
    ADD CONSTRAINT ck_agent_load_units CHECK (load_units >= 0);
UPDATE agent_load SET load_units = open_count;

ALTER TABLE agent_group
    ADD COLUMN overflow_group_id      UUID   NULL,
    ADD COLUMN overflow_after_seconds BIGINT NOT NULL DEFAULT 300,
    ADD COLUMN vip_reserve            INT    NOT NULL DEFAULT 0,
    ADD CONSTRAINT fk_agent_group_overflow FOREIGN KEY (overflow_group_id) REFERENCES agent_group (id),
    ADD CONSTRAINT ck_agent_group_vip_reserve CHECK (vip_reserve >= 0);
