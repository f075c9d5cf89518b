package io.bilet.webhook;

import java.util.Set;

/** What is done with what another system says; each needs some fields and may have others. */
public enum InboundAction {
    /** A ticket is opened for a requester, known by their address. */
    OPEN_TICKET,

    /** A comment is added to a ticket: an internal note, or, where it is public, the requester's own words. */
    ADD_COMMENT;

    Set<String> needed() {
        return switch (this) {
            case OPEN_TICKET -> Set.of("requester_email", "subject", "text");
            case ADD_COMMENT -> Set.of("ticket", "text");
        };
    }

    boolean knows(String field) {
        Set<String> possible =
                switch (this) {
                    case OPEN_TICKET -> Set.of("requester_name", "priority", "tags", "external_id");
                    case ADD_COMMENT -> Set.of("visibility");
                };
        return needed().contains(field) || possible.contains(field);
    }
}
