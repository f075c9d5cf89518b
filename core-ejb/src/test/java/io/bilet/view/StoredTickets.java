package io.bilet.view;

import static io.bilet.testing.TestDatabase.inNewTransaction;

import io.bilet.brand.BrandId;
import io.bilet.people.EmailAddress;
import io.bilet.people.Requester;
import io.bilet.people.RequesterRepository;
import io.bilet.platform.database.Utc;
import io.bilet.platform.typed.IndexedValueRepository;
import io.bilet.platform.typed.TypedValues;
import io.bilet.platform.typed.ValueTable;
import io.bilet.testing.Beans;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Opening;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketRepository;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.TicketType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tickets in every state a row can be in, whether or not a life would lead there. */
final class StoredTickets {

    /** Tags, languages, parts of subjects and addresses; some look alike. */
    static final List<String> WORDS =
            List.of("refund", "REFUND", "tr", "TR", "de", "straße", "strasse", "ıslak", "islak", "x@example.org");

    private final TicketRepository tickets = new Beans().get(TicketRepository.class);
    private final RequesterRepository requesters = new Beans().get(RequesterRepository.class);
    private final IndexedValueRepository indexed = new Beans().get(IndexedValueRepository.class);
    private final Store store = new Beans().get(Store.class);
    private final BrandId brand = new BrandId(UUID.randomUUID());
    private final List<UUID> ids = new ArrayList<>(List.of(UUID.randomUUID(), UUID.randomUUID()));
    private final Random random;
    private final RandomValues values;
    private final Instant now;

    StoredTickets(Random random, Instant now) {
        this.random = random;
        this.values = new RandomValues(random, now);
        this.now = now;
    }

    /** Stores so many; they alone have the brand. */
    BrandId keep(int count) {
        for (int i = 0; i < count; i++) {
            inNewTransaction(() -> {
                keep();
                return true;
            });
        }
        return brand;
    }

    /** Ids that tickets name, and some that none does. */
    List<UUID> ids() {
        return ids;
    }

    RandomValues values() {
        return values;
    }

    /** To the microsecond, some days before or after now. */
    Instant time() {
        return now.plus(random.nextInt(20) - 12, ChronoUnit.DAYS).plus(random.nextInt(3), ChronoUnit.MICROS);
    }

    private void keep() {
        String address = one(List.of("ann", "bob", "cem")) + UUID.randomUUID() + "@"
                + one(List.of("example.org", "mail.example.com"));
        Requester requester = requesters.meet(
                EmailAddress.parse(address, "/email"),
                one(WORDS) + " " + one(WORDS),
                maybe(one(List.of("tr", "de-AT"))),
                now);
        Opening opening = new Opening(
                TicketId.next(),
                one(WORDS) + " " + one(WORDS),
                requester.id(),
                null,
                brand,
                one(List.of(Channel.values())),
                AuthorRole.REQUESTER,
                one(List.of(TicketPriority.values())),
                maybe(one(List.of(TicketType.values()))),
                maybe(one(List.of("tr", "de", "en-GB"))),
                null,
                null);
        Ticket ticket = Ticket.open(opening, time());
        ticket.describe(ticket.description().withTags(tags()).withCustomFields(values.some()), now);
        tickets.add(ticket);
        tickets.flush();
        tickets.insertTags(ticket.id(), ticket.description().tags());
        tickets.insertCustomFields(ticket.id(), ticket.description().customFields());
        ids.add(requester.id().value());
        know(requester.id().value(), "REQUESTER");
        if (random.nextInt(3) > 0) {
            belong(requester.id().value());
        }
        scatter(ticket.id());
    }

    /** To an organization of its own, about which something is known. */
    private void belong(UUID requester) {
        UUID organization = UUID.randomUUID();
        store.em()
                .createNativeQuery("INSERT INTO organization (id, name, tags, created_at,"
                        + " updated_at, version) VALUES (:id, :name, '', :now, :now, 0)")
                .setParameter("id", organization)
                .setParameter("name", organization.toString())
                .setParameter("now", Utc.column(now))
                .executeUpdate();
        store.em()
                .createNativeQuery("UPDATE user SET organization_id = :organization WHERE id = :id")
                .setParameter("organization", organization)
                .setParameter("id", requester)
                .executeUpdate();
        know(organization, "ORGANIZATION");
    }

    private void know(UUID owner, String about) {
        TypedValues known = values.some();
        known.toJson().forEach((key, value) -> store.em()
                .createNativeQuery("INSERT INTO customer_fact (owner_id, fact_key, about, value_json, source,"
                        + " observed_at, changed_at) VALUES (:owner, :key, :about, :value, 'a test', :now, :now)")
                .setParameter("owner", owner)
                .setParameter("key", key)
                .setParameter("about", about)
                .setParameter("value", value.toString())
                .setParameter("now", Utc.column(now))
                .executeUpdate());
        indexed.insert(ValueTable.OF_CUSTOMERS, owner, known.indexed());
    }

    private void scatter(TicketId ticket) {
        UUID assignee = maybe(one(ids));
        store.em()
                .createNativeQuery("UPDATE ticket SET status = :status, tier = :tier, group_id = :group,"
                        + " assignee_id = :assignee, unassigned_reason = :reason, updated_at = :updated,"
                        + " solved_at = :solved, due_at = :due, no_due_reason = :undue WHERE id = :id")
                .setParameter("status", one(List.of(TicketStatus.values())).name())
                .setParameter("tier", random.nextInt(5))
                .setParameter("group", maybe(one(ids)))
                .setParameter("assignee", assignee)
                .setParameter("reason", assignee == null ? "NO_GROUP" : null)
                .setParameter("updated", Utc.column(time()))
                .setParameter("solved", Utc.column(maybe(time())))
                .setParameter("due", Utc.column(maybe(time())))
                .setParameter("undue", "not_started")
                .setParameter("id", ticket.value())
                .executeUpdate();
    }

    private SortedSet<String> tags() {
        SortedSet<String> tags = new TreeSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            tags.add(one(List.of("refund", "tr", "straße", "strasse", "ıslak")));
        }
        return tags;
    }

    /** Where rows are changed past the entities. */
    static final class Store {

        @PersistenceContext(unitName = "bilet")
        private @Nullable EntityManager em;

        EntityManager em() {
            return Objects.requireNonNull(em);
        }
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    private <T> T one(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
