-- Other hours on single dates.
ALTER TABLE schedule ADD COLUMN exceptions MEDIUMTEXT NOT NULL DEFAULT '[]' AFTER holidays;
ALTER TABLE schedule_version ADD COLUMN exceptions MEDIUMTEXT NOT NULL DEFAULT '[]' AFTER holidays;

-- A schedule that a policy names cannot be removed.
ALTER TABLE sla_policy ADD COLUMN schedule_id UUID NULL AFTER terms;
UPDATE sla_policy SET schedule_id = SUBSTRING(JSON_VALUE(terms, '$.schedule_id'), 5)
WHERE SUBSTRING(JSON_VALUE(terms, '$.schedule_id'), 5) IN (SELECT REPLACE(id, '-', '') FROM schedule);
ALTER TABLE sla_policy ADD CONSTRAINT fk_sla_policy_schedule FOREIGN KEY (schedule_id) REFERENCES schedule (id);
