package io.bilet.routing;

import io.bilet.decision.Candidates;
import io.bilet.decision.Verdict;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.platform.json.Wire;
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
 * Looks at every member of a team once and names the one who should have a ticket: the previous owner, else their
 * deputy, else somebody of the group itself, who speaks its language, has waited longest, has the lowest id.
 */
final class Selection {

    private static final Comparator<Free> BEST_FIRST = Comparator.comparing(Free::isPreviousOwner)
            .thenComparing(Free::isDeputy)
            .thenComparing(Free::isOfTheGroup)
            .thenComparing(Free::speaksTheLanguage)
            .reversed()
            .thenComparing(Free::lastAssignedAt)
            .thenComparing(Free::place);

    private final Question question;
    private final Collection<UserId> lost;
    private final List<Asked> asked;
    private final @Nullable UserId deputy;
    private final List<Verdict> verdicts = new ArrayList<>();
    private @Nullable Free best;
    private boolean anyoneThere;
    private boolean anyoneSkilled;
    private boolean onlyWhoGaveItBack;
    private boolean onlyDecliners;

    /** Who is asked for: what a ticket needs, of which team, when. */
    record Question(Staff staff, Team team, Need need, Instant now) {}

    /** A skill that is asked for, with the words for who does not have it: said once, not for each of a thousand. */
    private record Asked(TeamSkills.Levels levels, int level, String ifMissing) {}

    private Selection(Question question, Collection<UserId> lost) {
        this.question = question;
        this.lost = lost;
        this.asked = question.need.skills().entrySet().stream()
                .map(one -> new Asked(
                        question.team.skills().of(one.getKey()),
                        one.getValue(),
                        "missing_skill:" + question.staff.nameOf(one.getKey())))
                .toList();
        UserId previous = question.need.past().previousOwner();
        this.deputy =
                previous == null ? null : question.staff.deputyOf(previous).orElse(null);
    }

    /**
     * Looks at the members of a team.
     *
     * @param lost those who were chosen before and turned out not to be free any more
     */
    static Selection among(Question question, Collection<UserId> lost, Function<UserId, Standing> standings) {
        Selection selection = new Selection(question, lost);
        List<Member> members = question.team.members();
        for (int place = 0; place < members.size(); place++) {
            Member member = members.get(place);
            selection.look(member, place, standings.apply(member.id()));
        }
        selection.nameTheBest();
        return selection;
    }

    /** Whether any member of a team could take a ticket; looks no further than the first who could. */
    static boolean isPossible(Question question, Function<UserId, Standing> standings) {
        Selection selection = new Selection(question, List.of());
        List<Member> members = question.team.members();
        for (int place = 0; place < members.size() && selection.best == null; place++) {
            Member member = members.get(place);
            selection.look(member, place, standings.apply(member.id()));
        }
        return selection.best != null;
    }

    /** Somebody who can take the ticket, with what is less than perfect about it. */
    private record Free(
            Member member,
            int place,
            boolean isPreviousOwner,
            boolean isDeputy,
            boolean isOfTheGroup,
            boolean speaksTheLanguage,
            Instant lastAssignedAt,
            List<String> flaws) {}

    private void look(Member member, int place, Standing standing) {
        List<String> against = new ArrayList<>(2);
        absence(member, standing, against);
        boolean isThere = against.isEmpty();
        missing(place, against);
        anyoneThere |= isThere;
        anyoneSkilled |= against.isEmpty();
        shortage(member, standing, against);
        refusal(member, against);
        if (against.isEmpty()) {
            consider(member, place, standing);
        } else {
            verdicts.add(new Verdict(false, against));
        }
    }

    private void absence(Member member, Standing standing, List<String> against) {
        if (!standing.isOnline()) {
            against.add(standing.presence() == Presence.AWAY ? "away" : "offline");
        }
        if (!standing.takes(question.need.work().channel())) {
            against.add("channel_paused:" + Wire.of(question.need.work().channel()));
        }
        if (!member.hours().isOpen(question.now)) {
            against.add("outside_working_time");
        }
    }

    private void missing(int place, List<String> against) {
        for (Asked one : asked) {
            if (one.levels.at(place) < one.level) {
                against.add(one.ifMissing);
            }
        }
    }

    private void shortage(Member member, Standing standing, List<String> against) {
        int units = question.need.work().units();
        if (!standing.hasRoomFor(units, 0)) {
            against.add("capacity_full");
        } else if (!standing.hasRoomFor(units, reserve(question.team, question.need))) {
            against.add("reserved_for_vip");
        } else if (lost.contains(member.id())) {
            against.add("no_longer_free");
        }
    }

    private void refusal(Member member, List<String> against) {
        if (member.id().equals(question.need.past().gaveItBack())) {
            onlyWhoGaveItBack |= against.isEmpty();
            against.add("gave_it_back");
        } else if (question.need.past().decliners().contains(member.id())) {
            onlyDecliners |= against.isEmpty();
            against.add("declined_it");
        }
    }

    /** Units of each member's capacity that this ticket must leave free. */
    static int reserve(Team team, Need need) {
        return need.work().isVip() ? 0 : team.terms().vipReserve();
    }

    private void consider(Member member, int place, Standing standing) {
        Need need = question.need;
        boolean ofTheGroup = place < question.team.own();
        boolean speaks = need.language() == null || speaks(member, need.language());
        List<String> flaws = flaws(member, ofTheGroup, speaks);
        verdicts.add(new Verdict(true, flaws));
        Free free = new Free(
                member,
                place,
                member.id().equals(need.past().previousOwner()),
                member.id().equals(deputy),
                ofTheGroup,
                speaks,
                standing.lastAssignedAt() == null ? Instant.MIN : standing.lastAssignedAt(),
                flaws);
        if (best == null || BEST_FIRST.compare(free, best) < 0) {
            best = free;
        }
    }

    private List<String> flaws(Member member, boolean ofTheGroup, boolean speaks) {
        if (ofTheGroup && speaks && question.need.dropped().isEmpty()) {
            return List.of();
        }
        List<String> flaws = new ArrayList<>();
        if (!ofTheGroup) {
            flaws.add("overflow");
        }
        if (!speaks) {
            flaws.add("language_mismatch");
        }
        question.need.dropped().forEach((skill, level) -> {
            if (member.skills().getOrDefault(skill, 0) < level) {
                flaws.add("dropped_skill:" + question.staff.nameOf(skill));
            }
        });
        return flaws;
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
            String why = first.isPreviousOwner() ? "previous_owner" : first.isDeputy() ? "deputy" : "longest_idle";
            Verdict passedOver = Verdict.inFavour("not_" + why);
            verdicts.replaceAll(
                    verdict -> verdict.eligible() && verdict.reasons().isEmpty() ? passedOver : verdict);
            List<String> reasons = new ArrayList<>(List.of("chosen", why));
            reasons.addAll(first.flaws());
            verdicts.set(first.place(), new Verdict(true, reasons));
        }
    }

    Optional<UserId> chosen() {
        return Optional.ofNullable(best).map(free -> free.member().id());
    }

    /** Why nobody was chosen. */
    UnassignedReason reason() {
        if (!anyoneThere) {
            return UnassignedReason.NO_AGENT_ONLINE;
        }
        if (!anyoneSkilled) {
            return UnassignedReason.NO_SKILL_MATCH;
        }
        if (onlyDecliners) {
            return UnassignedReason.DECLINED;
        }
        return onlyWhoGaveItBack ? UnassignedReason.RELEASED : UnassignedReason.CAPACITY_FULL;
    }

    /** Everybody who was looked at, with what was found. */
    Candidates candidates() {
        return new Candidates(question.team.roster(), verdicts);
    }
}
