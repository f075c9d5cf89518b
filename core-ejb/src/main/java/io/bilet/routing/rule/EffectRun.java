package io.bilet.routing.rule;

import io.bilet.decision.Effect;
import io.bilet.decision.Outcome;
import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import io.bilet.platform.text.Tags;
import io.bilet.routing.Staff;
import io.bilet.routing.Staff.Team;
import io.bilet.routing.rule.RuleEffects.PutAway;
import io.bilet.ticket.Folder;
import io.bilet.ticket.SkillDemand;
import io.bilet.ticket.SkillDemandJson;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.UnassignedReason;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Does to one ticket what rules say, and remembers which single values are settled: the first rule wins. */
final class EffectRun {

    private final Ticket ticket;
    private final Staff staff;
    private final Instant now;
    private final Set<String> settled = new HashSet<>();
    private boolean isPutAway;
    private boolean hadASay;

    EffectRun(Ticket ticket, Staff staff, Instant now) {
        this.ticket = ticket;
        this.staff = staff;
        this.now = now;
    }

    /**
     * What came of one rule.
     *
     * @param effects what it changed; a value the ticket had already is not among them
     */
    record Result(Outcome outcome, List<Effect> effects) {}

    /** Whether a rule has taken the ticket out of everybody's work, so that no further rule is asked. */
    boolean isPutAway() {
        return isPutAway;
    }

    Result apply(RuleEffects wanted) {
        List<Effect> done = new ArrayList<>();
        boolean groupIsGone =
                wanted.group() != null && staff.team(wanted.group()).isEmpty();
        hadASay = false;
        group(wanted.group(), done);
        priority(wanted.priority(), done);
        language(wanted.language(), done);
        tags(wanted.tags(), done);
        skills(wanted.skills(), done);
        lane(wanted.isVip(), done);
        putAway(wanted.putAway(), done);
        Outcome outcome = groupIsGone ? Outcome.FAILED : hadASay ? Outcome.APPLIED : Outcome.SUPPRESSED;
        return new Result(outcome, done);
    }

    private void group(@Nullable GroupId group, List<Effect> done) {
        if (group == null || staff.team(group).isEmpty() || !settled.add("group_id")) {
            return;
        }
        Team team = staff.team(group).get();
        String before = ticket.ownership().group().map(GroupId::toString).orElse(null);
        ticket.moveToGroup(group, team.tier(), now);
        note("group_id", before, group.toString(), done);
        hadASay = true;
    }

    private void priority(@Nullable TicketPriority priority, List<Effect> done) {
        if (priority == null || !settled.add("priority")) {
            return;
        }
        String before = Wire.of(ticket.description().priority());
        ticket.describe(ticket.description().withPriority(priority), now);
        note("priority", before, Wire.of(priority), done);
        hadASay = true;
    }

    private void language(@Nullable String language, List<Effect> done) {
        if (language == null || !settled.add("language")) {
            return;
        }
        String before = ticket.description().language().orElse(null);
        ticket.describe(ticket.description().withLanguage(language), now);
        note("language", before, language, done);
        hadASay = true;
    }

    private void tags(SortedSet<String> wanted, List<Effect> done) {
        SortedSet<String> before = ticket.description().tags();
        TreeSet<String> after = new TreeSet<>(before);
        for (String tag : wanted) {
            if (after.size() < Tags.TAGS_MAX) {
                after.add(tag);
            }
        }
        if (!after.equals(before)) {
            ticket.describe(ticket.description().withTags(after), now);
            done.add(new Effect("tags", StoredJson.array(before), StoredJson.array(after)));
        }
        hadASay |= !wanted.isEmpty();
    }

    private void skills(Map<SkillId, SkillDemand> wanted, List<Effect> done) {
        Map<SkillId, SkillDemand> before = ticket.demand().skills();
        wanted.forEach(ticket.demand()::skill);
        Map<SkillId, SkillDemand> after = ticket.demand().skills();
        if (!after.equals(before)) {
            done.add(new Effect(
                    "required_skills",
                    SkillDemandJson.write(before).build(),
                    SkillDemandJson.write(after).build()));
        }
        hadASay |= !wanted.isEmpty();
    }

    private void lane(boolean wanted, List<Effect> done) {
        if (wanted && !ticket.demand().isVip()) {
            ticket.demand().goFirst();
            done.add(new Effect("vip", JsonValue.FALSE, JsonValue.TRUE));
        }
        hadASay |= wanted;
    }

    private void putAway(PutAway wanted, List<Effect> done) {
        switch (wanted) {
            case ARCHIVE -> {
                note("status", Wire.of(ticket.status()), Wire.of(TicketStatus.SOLVED), done);
                ticket.moveTo(TicketStatus.SOLVED, now);
                putInto(Folder.ARCHIVE, UnassignedReason.ARCHIVED, done);
            }
            case SPAM -> putInto(Folder.SPAM, UnassignedReason.SPAM, done);
            case NO -> {}
        }
        hadASay |= wanted != PutAway.NO;
    }

    private void putInto(Folder folder, UnassignedReason reason, List<Effect> done) {
        note("folder", Wire.of(ticket.folder()), Wire.of(folder), done);
        ticket.putInto(folder, now);
        ticket.unassign(reason, now);
        isPutAway = true;
    }

    private static void note(String field, @Nullable String before, String after, List<Effect> done) {
        if (!after.equals(before)) {
            done.add(Effect.of(field, before, after));
        }
    }
}
