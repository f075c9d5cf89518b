-- What is done later is found in logs and traces by the request that caused it, on whichever node it is done.
ALTER TABLE outbox
    ADD COLUMN request_id VARCHAR(64) CHARACTER SET ascii NULL AFTER payload,
    ADD COLUMN trace      CHAR(55)    CHARACTER SET ascii NULL AFTER request_id;

ALTER TABLE work
    ADD COLUMN request_id VARCHAR(64) CHARACTER SET ascii NULL AFTER payload,
    ADD COLUMN trace      CHAR(55)    CHARACTER SET ascii NULL AFTER request_id;
