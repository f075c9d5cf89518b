package io.bilet.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.decision.Verdict;
import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.routing.Need.Past;
import io.bilet.routing.Need.Work;
import io.bilet.routing.Selection.Question;
import io.bilet.routing.Staff.Member;
import io.bilet.routing.Staff.Team;
import io.bilet.routing.Staff.Terms;
import io.bilet.schedule.Interval;
import io.bilet.schedule.Week;
import io.bilet.schedule.WorkingHours;
import io.bilet.ticket.Channel;
import io.bilet.ticket.UnassignedReason;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
    private static final Work ONE_MAIL = new Work(Channel.EMAIL, 1, false);

    /** Mondays from nine to ten, UTC; {@code TEN} is when they end. */
    private static final WorkingHours UNTIL_TEN = new WorkingHours(
            ZoneOffset.UTC, new Week(Map.of(DayOfWeek.MONDAY, List.of(new Interval(9 * 60, 10 * 60)))), Set.of());

    private final List<Member> members = new ArrayList<>();
    private final Map<UserId, Standing> standings = new HashMap<>();
    private Terms terms = Terms.PLAIN;

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

        standings.put(previous, new Standing(Presence.AWAY, Set.of(), 5, 4, TEN));
        assertThat(select(need(previous, null)).chosen()).isPresent().get().isNotEqualTo(previous);
    }

    @Test
    void who_speaks_the_language_is_preferred_but_nobody_is_left_out_for_it() {
        agent(online(0, null));
        UserId turkish = agent(online(4, TEN), Set.of("tr"), Map.of());

        assertThat(select(need(null, "tr-TR")).chosen()).contains(turkish);
        assertThat(select(need(null, "tr-TR")).candidates().verdicts().get(0))
                .isEqualTo(Verdict.inFavour("language_mismatch"));
        assertThat(select(need(null, "ro")).chosen()).isPresent();
    }

    @Test
    void a_skill_is_needed_on_the_level_asked_for() {
        agent(online(0, null), Set.of(), Map.of(PRINTERS, 2));
        UserId expert = agent(online(4, TEN), Set.of(), Map.of(PRINTERS, 3));
        Need need = skills(Map.of(PRINTERS, 3));

        assertThat(select(need).chosen()).contains(expert);
    }

    @Test
    void everybody_is_told_every_reason() {
        agent(new Standing(Presence.OFFLINE, Set.of(), 1, 1, NINE));
        agent(new Standing(Presence.AWAY, Set.of(), 5, 0, NINE), Set.of(), Map.of(PRINTERS, 5));
        agent(online(0, NINE), Set.of(), Map.of(PRINTERS, 1));

        Selection selection = select(skills(Map.of(PRINTERS, 1)));

        assertThat(selection.candidates().verdicts())
                .containsExactly(
                        Verdict.against("offline", "missing_skill:Printers", "capacity_full"),
                        Verdict.against("away"),
                        Verdict.inFavour("chosen", "longest_idle"));
    }

    @Test
    void who_could_have_taken_it_is_told_why_somebody_else_did() {
        agent(online(0, TEN));
        UserId previous = agent(online(0, NINE));

        assertThat(select(anything()).candidates().verdicts())
                .containsExactly(Verdict.inFavour("not_longest_idle"), Verdict.inFavour("chosen", "longest_idle"));
        assertThat(select(need(previous, null)).candidates().verdicts())
                .containsExactly(Verdict.inFavour("not_previous_owner"), Verdict.inFavour("chosen", "previous_owner"));
    }

    @Test
    void who_turned_out_not_to_be_free_is_not_chosen_again() {
        UserId first = agent(online(0, null));
        UserId second = agent(online(0, NINE));

        Selection selection = Selection.among(question(anything()), List.of(first), this::standing);

        assertThat(selection.chosen()).contains(second);
        assertThat(selection.candidates().verdicts().get(0)).isEqualTo(Verdict.against("no_longer_free"));
    }

    @Test
    void the_reason_why_nobody_was_found_is_the_first_that_holds_for_all() {
        assertThat(select(anything()).reason()).isEqualTo(UnassignedReason.NO_AGENT_ONLINE);

        agent(new Standing(Presence.AWAY, Set.of(), 5, 0, null), Set.of(), Map.of(PRINTERS, 5));
        assertThat(select(skilled()).reason()).isEqualTo(UnassignedReason.NO_AGENT_ONLINE);

        agent(online(0, null));
        assertThat(select(skilled()).reason()).isEqualTo(UnassignedReason.NO_SKILL_MATCH);

        agent(online(5, null), Set.of(), Map.of(PRINTERS, 5));
        assertThat(select(skilled()).reason()).isEqualTo(UnassignedReason.CAPACITY_FULL);
    }

    @Test
    void who_gave_it_back_gets_it_from_nobody() {
        UserId only = agent(online(0, null));
        Need need = remembering(new Past(null, only, Set.of()), null);

        assertThat(select(need).chosen()).isEmpty();
        assertThat(select(need).reason()).isEqualTo(UnassignedReason.RELEASED);

        UserId other = agent(online(4, TEN));
        assertThat(select(need).chosen()).contains(other);
    }

    @Test
    void who_takes_nothing_on_the_channel_or_does_not_work_now_is_told_so() {
        agent(new Standing(Presence.ONLINE, Set.of("email", "chat"), 5, 0, NINE));
        UserId late = agent(online(0, NINE));
        members.set(1, new Member(late, Set.of(), Map.of(), UNTIL_TEN, null));

        Selection selection = select(anything());

        assertThat(selection.reason()).isEqualTo(UnassignedReason.NO_AGENT_ONLINE);
        assertThat(selection.candidates().verdicts())
                .containsExactly(Verdict.against("channel_paused:email"), Verdict.against("outside_working_time"));
    }

    @Test
    void room_is_counted_in_units_and_some_of_it_is_kept_for_the_vip_lane() {
        terms = new Terms(null, Duration.ZERO, 2, null);
        agent(online(3, NINE));
        UserId free = agent(online(2, NINE));

        assertThat(select(anything()).candidates().verdicts())
                .containsExactly(Verdict.against("reserved_for_vip"), Verdict.inFavour("chosen", "longest_idle"));
        assertThat(select(big(2, false)).chosen()).isEmpty();
        assertThat(select(big(3, true)).chosen()).contains(free);
        assertThat(select(big(4, true)).reason()).isEqualTo(UnassignedReason.CAPACITY_FULL);
    }

    @Test
    void who_declined_is_not_asked_again() {
        UserId only = agent(online(0, null));

        Selection selection = select(remembering(new Past(null, null, Set.of(only)), null));

        assertThat(selection.reason()).isEqualTo(UnassignedReason.DECLINED);
        assertThat(selection.candidates().verdicts()).containsExactly(Verdict.against("declined_it"));
    }

    @Test
    void the_deputy_comes_first_when_the_previous_owner_cannot() {
        UserId previous = agent(online(5, null));
        agent(online(0, null));
        UserId deputy = agent(online(4, TEN));
        members.set(0, new Member(previous, Set.of(), Map.of(), WorkingHours.always(), deputy));

        Selection selection = select(need(previous, null));

        assertThat(selection.chosen()).contains(deputy);
        assertThat(selection.candidates().verdicts())
                .containsExactly(
                        Verdict.against("capacity_full"),
                        Verdict.inFavour("not_deputy"),
                        Verdict.inFavour("chosen", "deputy"));
    }

    @Test
    void others_help_after_a_time_and_only_when_nobody_of_the_group_can() {
        UserId helper = UserId.next();
        GroupId helpers = GroupId.next();
        standings.put(helper, online(0, null));
        Team second = Team.of(
                helpers, 2, Terms.PLAIN, List.of(new Member(helper, Set.of(), Map.of(), WorkingHours.always(), null)));
        terms = new Terms(helpers, Duration.ofMinutes(5), 0, null);
        UserId own = agent(online(4, TEN));
        Team first = team();
        Staff staff = new Staff(List.of(first, second), Optional.empty(), Map.of());

        assertThat(staff.reach(first, Duration.ofMinutes(4)).members()).hasSize(1);
        Team both = staff.reach(first, Duration.ofMinutes(5));
        Question question = new Question(staff, both, anything(), TEN);
        assertThat(Selection.among(question, List.of(), this::standing).chosen())
                .contains(own);

        standings.put(own, online(5, TEN));
        Selection overflowing = Selection.among(question, List.of(), this::standing);
        assertThat(overflowing.chosen()).contains(helper);
        assertThat(overflowing.candidates().verdicts().get(1))
                .isEqualTo(Verdict.inFavour("chosen", "longest_idle", "overflow"));
        assertThat(staff.through(both, helper).id()).isEqualTo(helpers);
        assertThat(staff.through(both, own).id()).isEqualTo(first.id());
    }

    private static Need big(int units, boolean vip) {
        Work work = new Work(Channel.EMAIL, units, vip);
        return new Need(Map.of(), Map.of(), null, work, Past.NONE, Duration.ZERO);
    }

    private Selection select(Need need) {
        return Selection.among(question(need), List.of(), this::standing);
    }

    private Question question(Need need) {
        return new Question(staff(), team(), need, TEN);
    }

    private Team team() {
        return Team.of(GroupId.next(), 1, terms, members);
    }

    private Staff staff() {
        return new Staff(List.of(team()), Optional.empty(), Map.of(PRINTERS, "Printers"));
    }

    private Standing standing(UserId agent) {
        return standings.getOrDefault(agent, Standing.UNKNOWN);
    }

    private UserId agent(Standing standing) {
        return agent(standing, Set.of(), Map.of());
    }

    private UserId agent(Standing standing, Set<String> languages, Map<SkillId, Integer> skills) {
        UserId id = UserId.next();
        members.add(new Member(id, languages, skills, WorkingHours.always(), null));
        standings.put(id, standing);
        return id;
    }

    private static Standing online(int load, @Nullable Instant lastAssignedAt) {
        return new Standing(Presence.ONLINE, Set.of(), 5, load, lastAssignedAt);
    }

    private static Need anything() {
        return need(null, null);
    }

    private static Need skilled() {
        return skills(Map.of(PRINTERS, 3));
    }

    private static Need skills(Map<SkillId, Integer> skills) {
        return new Need(skills, Map.of(), null, ONE_MAIL, Past.NONE, Duration.ZERO);
    }

    private static Need remembering(Past past, @Nullable String language) {
        return new Need(Map.of(), Map.of(), language, ONE_MAIL, past, Duration.ZERO);
    }

    private static Need need(@Nullable UserId previous, @Nullable String language) {
        return remembering(new Past(previous, null, Set.of()), language);
    }
}
