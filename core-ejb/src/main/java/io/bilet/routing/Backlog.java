package io.bilet.routing;

import io.bilet.people.GroupId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In which groups tickets wait, as this node last saw it. A ticket that comes later lets them go first, or whoever
 * waits would be overtaken by every newcomer that looks in the moment in which there is room.
 */
@ApplicationScoped
public class Backlog {

    private volatile Set<Optional<GroupId>> groups = Set.of();
    private volatile Map<Optional<GroupId>, WaitingWork> work = Map.of();

    /** Takes down what a sweep found. */
    public void found(Map<Optional<GroupId>, WaitingWork> waiting) {
        work = Map.copyOf(waiting);
    }

    WaitingWork of(Optional<GroupId> group) {
        return work.getOrDefault(group, WaitingWork.NOTHING);
    }

    /** Takes down what a sweep left behind. */
    public void left(Set<Optional<GroupId>> waiting) {
        groups = Set.copyOf(waiting);
    }

    boolean isIn(GroupId group) {
        return groups.contains(Optional.of(group));
    }
}
