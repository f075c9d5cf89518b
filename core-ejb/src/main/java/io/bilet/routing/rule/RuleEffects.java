package io.bilet.routing.rule;

import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.ticket.SkillDemand;
import io.bilet.ticket.TicketPriority;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a rule does to a ticket it holds for; what is null or empty is left alone.
 *
 * @param tags to add
 * @param skills to ask for
 * @param language BCP 47 tag
 * @param isVip whether the ticket goes into the VIP lane
 * @param putAway whether the ticket is taken out of everybody's work
 */
public record RuleEffects(
        @Nullable GroupId group,
        @Nullable TicketPriority priority,
        SortedSet<String> tags,
        Map<SkillId, SkillDemand> skills,
        @Nullable String language,
        boolean isVip,
        PutAway putAway) {

    public RuleEffects {
        tags = new TreeSet<>(tags);
        skills = Collections.unmodifiableMap(new LinkedHashMap<>(skills));
    }

    /** Whether and how a rule takes a ticket out of everybody's work. */
    public enum PutAway {
        NO,
        /** As done; a reply brings it back. */
        ARCHIVE,
        /** As unwanted; nobody is told about it. */
        SPAM
    }

    public boolean isEmpty() {
        return group == null
                && priority == null
                && tags.isEmpty()
                && skills.isEmpty()
                && language == null
                && !isVip
                && putAway == PutAway.NO;
    }
}
