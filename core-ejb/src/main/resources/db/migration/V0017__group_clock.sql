-- Whose ownership a clock counts; null for clocks that count no group's.
ALTER TABLE sla_clock ADD COLUMN group_id UUID NULL AFTER cycle;
ALTER TABLE sla_clock_event ADD COLUMN group_id UUID NULL AFTER cycle;
