package io.bilet.people;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.people.organization.Organization;
import io.bilet.people.organization.OrganizationProfile;
import io.bilet.people.organization.OrganizationRepository;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequesterRepositoryIT {

    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00.123456Z");

    private final Beans beans = new Beans();
    private final RequesterRepository requesters = beans.get(RequesterRepository.class);

    @Test
    void a_newcomer_becomes_a_requester_of_the_organization_with_the_address_domain() {
        String domain = UUID.randomUUID() + ".example";
        OrganizationId organization = organization(domain);

        Requester met = inNewTransaction(() -> requesters.meet(address("Ada@" + domain), "Ada", "tr", MONDAY));

        assertThat(met.role()).isEqualTo(Role.REQUESTER);
        assertThat(met.organizationId()).isEqualTo(organization);
        assertThat(met.organizationName()).isEqualTo("Acme");
        assertThat(met.address()).isEqualTo("Ada@" + domain);
        assertThat(met.language()).isEqualTo("tr");
    }

    @Test
    void the_same_address_in_other_letters_is_the_same_requester() {
        String domain = UUID.randomUUID() + ".example";
        Requester first = inNewTransaction(() -> requesters.meet(address("ada@" + domain), "Ada", null, MONDAY));

        Requester second = inNewTransaction(
                () -> requesters.meet(address("ADA@" + domain.toUpperCase(Locale.ROOT) + "."), "A.", null, MONDAY));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void look_alike_addresses_are_different_requesters() {
        String domain = UUID.randomUUID() + ".example";
        Set<UserId> met = new TreeSet<>(java.util.Comparator.comparing(UserId::value));

        for (String localPart : List.of("victim", "víctim", "vıctim", "victіm", "strasse", "straße", "0", "00")) {
            met.add(inNewTransaction(() -> requesters.meet(address(localPart + "@" + domain), "V", null, MONDAY))
                    .id());
        }

        assertThat(met).hasSize(8);
    }

    @Test
    void a_known_requester_costs_one_statement() {
        EmailAddress address = address("ada@" + UUID.randomUUID() + ".example");
        inNewTransaction(() -> requesters.meet(address, "Ada", null, MONDAY));

        long statements = TestDatabase.statements(() -> requesters.meet(address, "Ada", null, MONDAY));

        assertThat(statements).isEqualTo(1);
    }

    @Test
    void a_newcomer_costs_three_statements() {
        EmailAddress address = address("ada@" + UUID.randomUUID() + ".example");

        long statements = TestDatabase.statements(() -> requesters.meet(address, "Ada", null, MONDAY));

        assertThat(statements).isEqualTo(3);
    }

    @Test
    void a_newcomer_is_met_again_as_they_were_first_met() {
        EmailAddress address = address("Ada@" + UUID.randomUUID() + ".example");

        Requester first = inNewTransaction(() -> requesters.meet(address, "Ada\u0000", "tr", MONDAY));

        assertThat(inNewTransaction(() -> requesters.find(address))).contains(first);
        assertThat(inNewTransaction(() -> requesters.get(first.id()))).isEqualTo(first);
    }

    @Test
    void many_transactions_that_meet_the_same_newcomer_at_once_agree_on_one_user() {
        EmailAddress address = address("crowd@" + UUID.randomUUID() + ".example");
        int crowd = 12;
        CountDownLatch ready = new CountDownLatch(crowd);
        Set<UserId> met = ConcurrentHashMap.newKeySet();

        CompletableFuture.allOf(IntStream.range(0, crowd)
                        .mapToObj(i -> CompletableFuture.runAsync(
                                () -> inNewTransaction(() -> {
                                    ready.countDown();
                                    return met.add(requesters
                                            .meet(address, "Crowd " + i, null, MONDAY)
                                            .id());
                                }),
                                task -> new Thread(task).start()))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(met).hasSize(1);
    }

    private OrganizationId organization(String domain) {
        OrganizationId id = OrganizationId.next();
        var profile = new OrganizationProfile("Acme", new TreeSet<>(Set.of(domain)), null, new TreeSet<>());
        TestDatabase.inTransaction(
                () -> beans.get(OrganizationRepository.class).add(new Organization(id, profile, MONDAY)));
        return id;
    }

    private static EmailAddress address(String text) {
        return EmailAddress.parse(text, "/email");
    }
}
