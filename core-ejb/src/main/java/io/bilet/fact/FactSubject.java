package io.bilet.fact;

import java.util.Optional;

/** About whom something is known. */
public enum FactSubject {
    REQUESTER("requester.facts.", "ticket.requester_id"),
    ORGANIZATION("organization.facts.", "organization.id");

    private final String prefix;
    private final String owner;

    FactSubject(String prefix, String owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    /** What the names of its facts begin with in conditions. */
    public String prefix() {
        return prefix;
    }

    /** The field of a ticket that says whose facts these are. */
    String owner() {
        return owner;
    }

    /** Whose fact a condition asks about, if it asks about one. */
    static Optional<FactSubject> of(String field) {
        if (field.startsWith(REQUESTER.prefix)) {
            return Optional.of(REQUESTER);
        }
        return field.startsWith(ORGANIZATION.prefix) ? Optional.of(ORGANIZATION) : Optional.empty();
    }
}
