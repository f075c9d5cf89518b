-- Which tickets belong together: each link once, from the ticket that has but one such other.
CREATE TABLE ticket_link (
    id         UUID        NOT NULL,
    ticket_id  UUID        NOT NULL,
    type       VARCHAR(20) CHARACTER SET ascii NOT NULL,
    other_id   UUID        NOT NULL,
    created_at DATETIME(6) NOT NULL,
    CONSTRAINT pk_ticket_link PRIMARY KEY (id),
    CONSTRAINT uq_ticket_link UNIQUE (ticket_id, type, other_id),
    KEY ix_ticket_link_other (other_id, type),
    CONSTRAINT fk_ticket_link_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id),
    CONSTRAINT fk_ticket_link_other FOREIGN KEY (other_id) REFERENCES ticket (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
