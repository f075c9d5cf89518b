package io.bilet.report;

import io.bilet.brand.BrandId;
import io.bilet.people.GroupId;
import io.bilet.people.OrganizationId;
import io.bilet.people.UserId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** By what numbers can be told apart, and to what they can be narrowed. */
public enum Dimension {
    /** Whose the ticket was then; of a reply, who wrote it. */
    AGENT("m.agent_id", "user"),
    /** Whose the ticket was then. */
    GROUP("m.group_id", "agent_group"),
    /** At which the ticket was then. */
    TIER("m.tier"),
    /** By which the ticket came. */
    CHANNEL("m.channel"),
    /** Of the requester, when they asked. */
    ORGANIZATION("m.organization_id", "organization"),
    /** A tag the organization has now; one with several counts in each. */
    SEGMENT("s.segment"),
    /** A tag the ticket has now; one with several counts in each. */
    TAG("g.tag"),
    /** Under which the requester was answered. */
    BRAND("m.brand_id", "brand"),
    /** Of a breach: what was promised. */
    METRIC("m.detail");

    private final String column;
    private final @Nullable String table;

    Dimension(String column) {
        this.column = column;
        this.table = null;
    }

    Dimension(String column, String table) {
        this.column = column;
        this.table = table;
    }

    /** What is selected to tell numbers apart by it. */
    String column() {
        return column;
    }

    /** Where the names of its values are; null if they are names themselves. */
    @Nullable
    String table() {
        return table;
    }

    /** A value as the API writes it. */
    String written(String value) {
        return switch (this) {
            case AGENT -> new UserId(UUID.fromString(value)).toString();
            case GROUP -> new GroupId(UUID.fromString(value)).toString();
            case ORGANIZATION -> new OrganizationId(UUID.fromString(value)).toString();
            case BRAND -> new BrandId(UUID.fromString(value)).toString();
            default -> value.toLowerCase(Locale.ROOT);
        };
    }

    /** What must be joined to {@code m} to tell numbers apart by it. */
    String join() {
        return switch (this) {
            case TAG -> " JOIN ticket_tag g ON g.ticket_id = m.ticket_id";
            case SEGMENT ->
                " JOIN organization o ON o.id = m.organization_id AND o.tags <> ''"
                        + " JOIN JSON_TABLE(CONCAT('[\"', REPLACE(o.tags, ' ', '\",\"'), '\"]'), '$[*]'"
                        + " COLUMNS (segment VARCHAR(60) PATH '$')) s";
            default -> "";
        };
    }

    /** What holds of rows with the value that the parameter of that name has. */
    String condition(String parameter) {
        return switch (this) {
            case TAG ->
                "EXISTS (SELECT 1 FROM ticket_tag ft WHERE ft.ticket_id = m.ticket_id AND ft.tag = :%s)"
                        .formatted(parameter);
            case SEGMENT ->
                ("EXISTS (SELECT 1 FROM organization fo WHERE fo.id = m.organization_id"
                                + " AND FIND_IN_SET(:%s, REPLACE(fo.tags, ' ', ',')) > 0)")
                        .formatted(parameter);
            default -> "%s = :%s".formatted(column, parameter);
        };
    }
}
