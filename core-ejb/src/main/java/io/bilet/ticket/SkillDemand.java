package io.bilet.ticket;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How well the owner of a ticket must know something.
 *
 * @param level the least that will do
 * @param dropAfter after so long without an owner it is asked no more; null if it always is
 */
public record SkillDemand(int level, @Nullable Duration dropAfter) {

    /** A demand that is never dropped. */
    public static SkillDemand of(int level) {
        return new SkillDemand(level, null);
    }

    /** What satisfies both: the higher level, for as long as either asks. */
    SkillDemand and(SkillDemand other) {
        Duration longer = Optional.ofNullable(dropAfter)
                .flatMap(mine ->
                        Optional.ofNullable(other.dropAfter).map(theirs -> mine.compareTo(theirs) < 0 ? theirs : mine))
                .orElse(null);
        return new SkillDemand(Math.max(level, other.level), longer);
    }

    /** Whether it is still asked of a ticket that has waited so long. */
    public boolean isAskedAfter(Duration waited) {
        return dropAfter == null || waited.compareTo(dropAfter) < 0;
    }
}
