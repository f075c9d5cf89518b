-- Public holidays by region, and what they give for the years around now.
ALTER TABLE schedule
    ADD COLUMN public_holidays_of TEXT NOT NULL DEFAULT '[]' AFTER exceptions,
    ADD COLUMN public_holidays MEDIUMTEXT NOT NULL DEFAULT '[]' AFTER public_holidays_of;
ALTER TABLE schedule_version ADD COLUMN public_holidays MEDIUMTEXT NOT NULL DEFAULT '[]' AFTER exceptions;
