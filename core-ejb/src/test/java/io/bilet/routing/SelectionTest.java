package io.bilet.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.decision.Verdict;
import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.routing.Staff.Member;
import io.bilet.routing.Staff.Team;
import io.bilet.ticket.UnassignedReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final SkillId PRINTERS = SkillId.next();

    private final List<Member> members = new ArrayList<>();
    private final Map<UserId, Standing> standings = new HashMap<>();

    @Test
    void who_never_had_a_ticket_comes_before_who_has_waited_longest() {
        agent(online(0, NINE));
        UserId never = agent(online(0, null));
        agent(online(0, TEN));

        assertThat(select(anything()).chosen()).contains(never);
    }

    @Test
    void who_has_waited_longest_comes_before_the_others() {
        agent(online(0, TEN));
        UserId longest = agent(online(3, NINE));

        assertThat(select(anything()).chosen()).contains(longest);
    }

    @Test
    void among_equals_the_lowest_id_comes_first() {
        UserId lowest = agent(online(0, NINE));
        agent(online(0, NINE));

        assertThat(select(anything()).chosen()).contains(lowest);
    }

    @Test
    void the_previous_owner_comes_before_everybody_while_they_can_take_it() {
        agent(online(0, null));
        UserId previous = agent(online(4, TEN));

        assertThat(select(need(previous, null)).chosen()).contains(previous);

        standings.put(previous, new Standing(Presence.AWAY, 5, 4, TEN));
        assertThat(select(need(previous, null)).chosen()).isPresent().get().isNotEqualTo(previous);
    }

    @Test
    void who_speaks_the_language_is_preferred_but_nobody_is_left_out_for_it() {
        agent(online(0, null));
        UserId turkish = agent(online(4, TEN), Set.of("tr"), Map.of());

        assertThat(select(need(null, "tr-TR")).chosen()).contains(turkish);
        assertThat(select(need(null, "tr-TR")).candidates(team()).verdicts().get(0))
                .isEqualTo(Verdict.inFavour("language_mismatch"));
        assertThat(select(need(null, "ro")).chosen()).isPresent();
    }

    @Test
    void a_skill_is_needed_on_the_level_asked_for() {
        agent(online(0, null), Set.of(), Map.of(PRINTERS, 2));
        UserId expert = agent(online(4, TEN), Set.of(), Map.of(PRINTERS, 3));
        Need need = new Need(Map.of(PRINTERS, 3), null, null, null);

        assertThat(select(need).chosen()).contains(expert);
    }

    @Test
    void everybody_is_told_every_reason() {
        agent(new Standing(Presence.OFFLINE, 1, 1, NINE));
        agent(new Standing(Presence.AWAY, 5, 0, NINE), Set.of(), Map.of(PRINTERS, 5));
        agent(online(0, NINE), Set.of(), Map.of(PRINTERS, 1));

        Selection selection = select(new Need(Map.of(PRINTERS, 1), null, null, null));

        assertThat(selection.candidates(team()).verdicts())
                .containsExactly(
                        Verdict.against("offline", "missing_skill:Printers", "capacity_full"),
                        Verdict.against("away"),
                        Verdict.inFavour("chosen", "longest_idle"));
    }

    @Test
    void who_could_have_taken_it_is_told_why_somebody_else_did() {
        agent(online(0, TEN));
        UserId previous = agent(online(0, NINE));

        assertThat(select(anything()).candidates(team()).verdicts())
                .containsExactly(Verdict.inFavour("not_longest_idle"), Verdict.inFavour("chosen", "longest_idle"));
        assertThat(select(need(previous, null)).candidates(team()).verdicts())
                .containsExactly(Verdict.inFavour("not_previous_owner"), Verdict.inFavour("chosen", "previous_owner"));
    }

    @Test
    void who_turned_out_not_to_be_free_is_not_chosen_again() {
        UserId first = agent(online(0, null));
        UserId second = agent(online(0, NINE));

        Selection selection = Selection.among(staff(), team(), anything(), List.of(first), this::standing);

        assertThat(selection.chosen()).contains(second);
        assertThat(selection.candidates(team()).verdicts().get(0)).isEqualTo(Verdict.against("no_longer_free"));
    }

    @Test
    void the_reason_why_nobody_was_found_is_the_first_that_holds_for_all() {
        assertThat(select(anything()).reason()).isEqualTo(UnassignedReason.NO_AGENT_ONLINE);

        agent(new Standing(Presence.AWAY, 5, 0, null), Set.of(), Map.of(PRINTERS, 5));
        assertThat(select(skilled()).reason()).isEqualTo(UnassignedReason.NO_AGENT_ONLINE);

        agent(online(0, null));
        assertThat(select(skilled()).reason()).isEqualTo(UnassignedReason.NO_SKILL_MATCH);

        agent(online(5, null), Set.of(), Map.of(PRINTERS, 5));
        assertThat(select(skilled()).reason()).isEqualTo(UnassignedReason.CAPACITY_FULL);
    }

    @Test
    void who_gave_it_back_gets_it_from_nobody() {
        UserId only = agent(online(0, null));
        Need need = Need.of(Map.of(), null, only, Optional.of(UnassignedReason.RELEASED));

        assertThat(select(need).chosen()).isEmpty();
        assertThat(select(need).reason()).isEqualTo(UnassignedReason.RELEASED);

        UserId other = agent(online(4, TEN));
        assertThat(select(need).chosen()).contains(other);
    }

    private Selection select(Need need) {
        return Selection.among(staff(), team(), need, List.of(), this::standing);
    }

    private Team team() {
        return Team.of(GroupId.next(), 1, members);
    }

    private static Staff staff() {
        return new Staff(List.of(), Optional.empty(), Map.of(PRINTERS, "Printers"));
    }

    private Standing standing(UserId agent) {
        return standings.getOrDefault(agent, Standing.UNKNOWN);
    }

    private UserId agent(Standing standing) {
        return agent(standing, Set.of(), Map.of());
    }

    private UserId agent(Standing standing, Set<String> languages, Map<SkillId, Integer> skills) {
        UserId id = UserId.next();
        members.add(new Member(id, languages, skills));
        standings.put(id, standing);
        return id;
    }

    private static Standing online(int load, @Nullable Instant lastAssignedAt) {
        return new Standing(Presence.ONLINE, 5, load, lastAssignedAt);
    }

    private static Need anything() {
        return need(null, null);
    }

    private static Need skilled() {
        return new Need(Map.of(PRINTERS, 3), null, null, null);
    }

    private static Need need(@Nullable UserId previous, @Nullable String language) {
        return new Need(Map.of(), language, previous, null);
    }
}
