-- Jobs that have long been over are forgotten, and found without looking at all of them.
ALTER TABLE job ADD KEY ix_job_ended (ended_at);
