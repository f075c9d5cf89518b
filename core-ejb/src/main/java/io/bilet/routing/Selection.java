package io.bilet.routing;

import io.bilet.decision.Candidates;
import io.bilet.decision.Verdict;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.routing.Staff.Member;
import io.bilet.routing.Staff.Team;
import io.bilet.ticket.UnassignedReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every member of a group once and names the one who should have a ticket: the previous owner, else who
 * speaks its language, else who has waited longest, else the lowest id.
 */
final class Selection {

    private static final Comparator<Free> BEST_FIRST = Comparator.comparing(Free::isPreviousOwner)
            .thenComparing(Free::speaksTheLanguage)
            .reversed()
            .thenComparing(Free::lastAssignedAt)
            .thenComparing(Free::place);

    private static final Verdict FREE = Verdict.inFavour();
    private static final Verdict FREE_BUT_SPEAKS_ANOTHER_LANGUAGE = Verdict.inFavour("language_mismatch");

    private final Staff staff;
    private final Need need;
    private final Collection<UserId> lost;
    private final List<Verdict> verdicts = new ArrayList<>();
    private @Nullable Free best;
    private boolean anyoneOnline;
    private boolean anyoneSkilled;
    private boolean onlyWhoGaveItBack;

    private Selection(Staff staff, Need need, Collection<UserId> lost) {
        this.staff = staff;
        this.need = need;
        this.lost = lost;
    }

    /**
     * Looks at the members of a team.
     *
     * @param lost those who were chosen before and turned out not to be free any more
     */
    static Selection among(
            Staff staff, Team team, Need need, Collection<UserId> lost, Function<UserId, Standing> standings) {
        Selection selection = new Selection(staff, need, lost);
        List<Member> members = team.members();
        for (int place = 0; place < members.size(); place++) {
            selection.look(
                    members.get(place),
                    place,
                    standings.apply(members.get(place).id()));
        }
        selection.nameTheBest();
        return selection;
    }

    /** Somebody who can take the ticket. */
    private record Free(
            Member member, int place, boolean isPreviousOwner, boolean speaksTheLanguage, Instant lastAssignedAt) {}

    private void look(Member member, int place, Standing standing) {
        List<String> against = new ArrayList<>(2);
        if (!standing.isOnline()) {
            against.add(standing.presence() == Presence.AWAY ? "away" : "offline");
        }
        int before = against.size();
        need.skills().forEach((skill, level) -> {
            if (member.skills().getOrDefault(skill, 0) < level) {
                against.add("missing_skill:" + staff.nameOf(skill));
            }
        });
        boolean skilled = against.size() == before;
        anyoneOnline |= standing.isOnline();
        anyoneSkilled |= standing.isOnline() && skilled;
        if (!standing.hasRoom()) {
            against.add("capacity_full");
        } else if (lost.contains(member.id())) {
            against.add("no_longer_free");
        }
        judge(member, place, standing, against);
    }

    private void judge(Member member, int place, Standing standing, List<String> against) {
        if (member.id().equals(need.gaveItBack())) {
            onlyWhoGaveItBack = against.isEmpty();
            against.add("gave_it_back");
        }
        boolean speaks = need.language() == null || speaks(member, need.language());
        if (!against.isEmpty()) {
            verdicts.add(new Verdict(false, against));
            return;
        }
        verdicts.add(speaks ? FREE : FREE_BUT_SPEAKS_ANOTHER_LANGUAGE);
        Instant idleSince = standing.lastAssignedAt() == null ? Instant.MIN : standing.lastAssignedAt();
        Free free = new Free(member, place, member.id().equals(need.previousOwner()), speaks, idleSince);
        if (best == null || BEST_FIRST.compare(free, best) < 0) {
            best = free;
        }
    }

    /** Whether one of the member's languages is the one asked for, or a wider or narrower form of it. */
    private static boolean speaks(Member member, String language) {
        return member.languages().stream()
                .anyMatch(one ->
                        one.equals(language) || one.startsWith(language + "-") || language.startsWith(one + "-"));
    }

    /** Says of the best why, and of everybody else who could take the ticket why not they. */
    private void nameTheBest() {
        Free first = best;
        if (first != null) {
            String why = first.isPreviousOwner() ? "previous_owner" : "longest_idle";
            String whyNot = first.isPreviousOwner() ? "not_previous_owner" : "not_longest_idle";
            Verdict passedOver = Verdict.inFavour(whyNot);
            verdicts.replaceAll(verdict -> verdict.equals(FREE) ? passedOver : verdict);
            verdicts.set(
                    first.place(),
                    first.speaksTheLanguage()
                            ? Verdict.inFavour("chosen", why)
                            : Verdict.inFavour("chosen", why, "language_mismatch"));
        }
    }

    Optional<UserId> chosen() {
        return Optional.ofNullable(best).map(free -> free.member().id());
    }

    /** Why nobody was chosen. */
    UnassignedReason reason() {
        if (!anyoneOnline) {
            return UnassignedReason.NO_AGENT_ONLINE;
        }
        if (!anyoneSkilled) {
            return UnassignedReason.NO_SKILL_MATCH;
        }
        return onlyWhoGaveItBack ? UnassignedReason.RELEASED : UnassignedReason.CAPACITY_FULL;
    }

    /** Everybody who was looked at, with what was found. */
    Candidates candidates(Team team) {
        return new Candidates(team.roster(), verdicts);
    }
}
