-- Who wants to know about a ticket and therefore sees it, whatever their groups.
CREATE TABLE ticket_follower (
    ticket_id UUID        NOT NULL,
    user_id   UUID        NOT NULL,
    since     DATETIME(6) NOT NULL,
    CONSTRAINT pk_ticket_follower PRIMARY KEY (ticket_id, user_id),
    CONSTRAINT fk_ticket_follower_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id),
    CONSTRAINT fk_ticket_follower_user FOREIGN KEY (user_id) REFERENCES `user` (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4;
