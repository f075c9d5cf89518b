package io.bilet.view;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.brand.BrandId;
import io.bilet.condition.ConditionReader;
import io.bilet.condition.FieldRegistry;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.testing.Beans;
import io.bilet.ticket.EventFields;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketFields;
import io.bilet.ticket.TicketId;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages and counts over more tickets than one request reads. */
class ViewTicketsIT {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final int TICKETS = ViewTickets.EXAMINED_MAX + 300;

    private static final BrandId BRAND = new StoredTickets(new Random(7), NOW).keep(TICKETS);

    private final Beans beans = new Beans()
            .with(Clock.fixed(NOW, ZoneOffset.UTC))
            .with(
                    ConditionReader.class,
                    new ConditionReader(new FieldRegistry(List.of(new TicketFields(), new EventFields()))));
    private final ViewTickets tickets = beans.get(ViewTickets.class);

    @Test
    void what_the_database_leaves_open_is_read_up_to_a_bound_and_goes_on_from_there() {
        View nothing = view("ticket.subject", "contains", "no such thing", ViewGrouping.NONE);
        Slice<Ticket> first = page(nothing, Optional.empty());
        assertThat(first.items()).isEmpty();
        assertThat(first.next()).isPresent();
        Slice<Ticket> second = page(nothing, first.next());
        assertThat(second.items()).isEmpty();
        assertThat(second.next()).isEmpty();
        assertThat(count(nothing)).isEqualTo(new ViewTickets.Count(0, true, NOW));
    }

    @Test
    void pages_hold_every_ticket_once_in_groups_and_in_order() {
        View exact = view("ticket.tier", "at_least", null, ViewGrouping.PRIORITY);
        View read = view("ticket.subject", "contains", "refund", ViewGrouping.ASSIGNEE_ID);

        List<Ticket> all = all(exact);
        assertThat(all).hasSize(count(exact).tickets());
        assertThat(all)
                .extracting(ticket -> ticket.description().priority())
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        Set<TicketId> about = new HashSet<>();
        all.stream()
                .filter(ticket ->
                        ticket.description().subject().toLowerCase(Locale.ROOT).contains("refund"))
                .forEach(ticket -> about.add(ticket.id()));
        assertThat(all(read)).extracting(Ticket::id).doesNotHaveDuplicates().hasSameElementsAs(about);
    }

    private List<Ticket> all(View view) {
        List<Ticket> all = new ArrayList<>();
        Optional<Position> after = Optional.empty();
        do {
            Slice<Ticket> page = page(view, after);
            all.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return all;
    }

    private Slice<Ticket> page(View view, Optional<Position> after) {
        return inNewTransaction(() -> tickets.page(admin(), view, after, 100));
    }

    private ViewTickets.Count count(View view) {
        return inNewTransaction(() -> tickets.count(admin(), view));
    }

    /** Of this test's tickets those that pass the check; all of them if the check has no text. */
    private View view(String field, String operator, @Nullable String text, ViewGrouping grouping) {
        var check = StoredJson.object().add("field", field).add("operator", operator);
        JsonObject condition = StoredJson.object()
                .add(
                        "all",
                        StoredJson.array()
                                .add(StoredJson.object()
                                        .add("field", "ticket.brand_id")
                                        .add("operator", "is")
                                        .add("value", BRAND.toString()))
                                .add(text == null ? check.add("value", 0) : check.add("value", text)))
                .build();
        return new View(
                ViewId.next(),
                "A view",
                new Audience(UserId.next(), ViewScope.PERSONAL, null),
                beans.get(ConditionReader.class).read(condition, ""),
                new ViewLayout(List.of("number"), ViewSort.UPDATED_AT_DESCENDING, grouping),
                NOW);
    }

    private static Caller admin() {
        return new Caller(
                UserId.next(), Role.ADMIN, RolePermissions.of(Role.ADMIN), Set.of(), Set.of(), null, "test", null);
    }
}
