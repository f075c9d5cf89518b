package io.bilet.feed;

import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.access.RolePermissions;
import io.bilet.feed.ChangeQueries.Row;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the feed for those who follow it; what is set up is shown to those who may see how it is set up. */
@ApplicationScoped
public class ChangeFeed {

    /** So many changes are looked at for one page: what others do must not make it dear to see little. */
    static final int EXAMINED_MAX = 500;

    private static final Caller EVERYTHING = new Caller(
            new UserId(new UUID(0, 0)),
            Role.ADMIN,
            RolePermissions.of(Role.ADMIN),
            Set.of(),
            Set.of(),
            null,
            "feed",
            null);

    @Inject
    private FeedRepository head;

    @Inject
    private ChangeQueries queries;

    /**
     * What a reader gets.
     *
     * @param position how far it goes, whether or not the last of it was visible
     * @param more whether something comes after it already
     */
    public record Page(List<Change> changes, long position, boolean more) {}

    /** The number of the last change there is. */
    public long latest() {
        return head.last();
    }

    /** As {@link #page}, of everything there is. */
    public Page everything(long after, int limit) {
        return page(EVERYTHING, after, limit);
    }

    /** Up to {@code limit} changes after a position that the caller may see; fewer, or none, where there is more. */
    public Page page(Caller caller, long after, int limit) {
        long last = head.last();
        if (after >= last) {
            return new Page(List.of(), after, false);
        }
        List<Row> rows = inOrder(
                queries.events(caller, after, last, EXAMINED_MAX),
                queries.entries(types(caller), after, last, EXAMINED_MAX));
        List<Change> shown = new ArrayList<>();
        long position = rows.size() < EXAMINED_MAX ? last : position(rows.get(rows.size() - 1));
        for (Row row : rows) {
            shown(caller, row).ifPresent(shown::add);
            if (shown.size() == limit) {
                position = position(row);
                break;
            }
        }
        return new Page(List.copyOf(shown), position, position < last);
    }

    /** What both records have next; of each, as many were asked for as there are now, so that none is missing. */
    private static List<Row> inOrder(List<Row> events, List<Row> entries) {
        return Stream.concat(events.stream(), entries.stream())
                .sorted(Comparator.comparingLong(ChangeFeed::position))
                .limit(EXAMINED_MAX)
                .toList();
    }

    private static long position(Row row) {
        return row.change().position();
    }

    private static Optional<Change> shown(Caller caller, Row row) {
        if (row.seen()) {
            return Optional.of(row.change());
        }
        return wasSeen(caller, row.change()) ? Optional.of(gone(row.change())) : Optional.empty();
    }

    /** Whether the change took the ticket from the caller or from one of their groups. */
    private static boolean wasSeen(Caller caller, Change change) {
        JsonValue from = change.data().get("from");
        return from instanceof JsonString before && holders(caller, change).contains(before.getString());
    }

    private static Set<String> holders(Caller caller, Change change) {
        if (change.fields().contains("assignee_id")) {
            return Set.of(caller.userId().toString());
        }
        return change.fields().contains("group_id")
                ? caller.groups().stream().map(GroupId::toString).collect(Collectors.toSet())
                : Set.of();
    }

    private static Change gone(Change last) {
        return new Change(
                last.position(), Change.GONE, last.subject(), last.act(), List.of(), JsonValue.EMPTY_JSON_OBJECT);
    }

    private static Set<String> types(Caller caller) {
        Set<String> types = new HashSet<>();
        if (caller.may(Permission.USERS_READ)) {
            types.add("user");
        }
        if (caller.may(Permission.ORGANIZATIONS_READ)) {
            types.add("organization");
        }
        if (caller.may(Permission.WEBHOOKS_READ)) {
            types.add("webhook");
        }
        return types;
    }
}
