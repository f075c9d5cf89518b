package io.bilet.view;

import io.bilet.fact.FactSubject;
import io.bilet.platform.typed.ValueTable;
import io.bilet.ticket.TicketFacts;
import java.util.Optional;

/**
 * Where the database finds the values of a key that an administrator added, of a ticket {@code t}.
 *
 * @param owner an expression over the columns of the ticket: whose values they are
 */
record StoredValues(ValueTable table, String owner, String key) {

    /** The one the requester belongs to now. */
    private static final String ORGANIZATION = "(SELECT u.organization_id FROM user u WHERE u.id = t.requester_id)";

    static Optional<StoredValues> of(String field) {
        return beside(field, TicketFacts.CUSTOM_FIELDS, ValueTable.OF_TICKETS, "t.id")
                .or(() -> beside(field, FactSubject.REQUESTER.prefix(), ValueTable.OF_CUSTOMERS, "t.requester_id"))
                .or(() -> beside(field, FactSubject.ORGANIZATION.prefix(), ValueTable.OF_CUSTOMERS, ORGANIZATION));
    }

    private static Optional<StoredValues> beside(String field, String prefix, ValueTable table, String owner) {
        return field.startsWith(prefix)
                ? Optional.of(new StoredValues(table, owner, field.substring(prefix.length())))
                : Optional.empty();
    }

    /**
     * True for tickets with such a value.
     *
     * @param key name of the parameter that holds the key
     * @param test what is asked of a value {@code v}
     */
    String exists(String key, String test) {
        return "EXISTS (SELECT 1 FROM %s v WHERE v.owner_id = %s AND v.value_key = :%s AND %s)"
                .formatted(table, owner, key, test);
    }

    /** How many of its values pass the test. */
    String count(String key, String test) {
        return "(SELECT COUNT(*) FROM %s v WHERE v.owner_id = %s AND v.value_key = :%s AND %s)"
                .formatted(table, owner, key, test);
    }
}
