package io.bilet.people.admin;

import io.bilet.people.GroupId;
import io.bilet.people.UserChanged;
import io.bilet.people.UserId;
import io.bilet.people.organization.OrganizationRepository;
import io.bilet.people.team.Agent;
import io.bilet.people.team.AgentRepository;
import io.bilet.people.team.Calling;
import io.bilet.people.team.Group;
import io.bilet.people.team.GroupProfile;
import io.bilet.people.team.GroupRepository;
import io.bilet.people.team.Membership;
import io.bilet.people.team.Sharing;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.database.Constraints;
import io.bilet.platform.database.Referrer;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Adds, changes and removes groups, and says who belongs to them. */
@Stateless
public class GroupAdmin {

    private static final String TAKEN = "Another group has this name.";

    @Inject
    private GroupRepository groups;

    @Inject
    private AgentRepository agents;

    @Inject
    private OrganizationRepository organizations;

    @Inject
    @Any
    private Instance<Referrer> referrers;

    @Inject
    private ConfigStamp stamp;

    @Inject
    private Event<UserChanged> changes;

    @Inject
    private Clock clock;

    /**
     * Adds a group without members.
     *
     * @throws Conflict if the name is taken
     */
    public Group create(GroupProfile profile) {
        GroupId id = GroupId.next();
        requireFree(profile.name(), id);
        requireEnd(id, profile.sharing());
        requireKnown(profile.calling());
        if (profile.isDefault()) {
            groups.clearDefault();
        }
        Group group = new Group(id, profile, clock.instant());
        groups.add(group);
        return stored(group);
    }

    /**
     * Changes what is said about a group; its tickets keep their tier.
     *
     * @throws Conflict if the name is taken
     */
    public Group update(GroupId id, Optional<Integer> expectedVersion, UnaryOperator<GroupProfile> change) {
        Group group = groups.get(id);
        group.requireVersion(expectedVersion);
        GroupProfile before = group.profile();
        GroupProfile next = change.apply(before);
        requireFree(next.name(), id);
        requireEnd(id, next.sharing());
        requireKnown(next.calling());
        if (next.isDefault() && !before.isDefault()) {
            groups.clearDefault();
        }
        group.describe(next);
        return stored(group);
    }

    /**
     * Removes a group; its members stay agents.
     *
     * @throws Conflict if a ticket or a rule names it
     */
    public void remove(GroupId id, Optional<Integer> expectedVersion) {
        Group group = groups.get(id);
        group.requireVersion(expectedVersion);
        if (referrers.stream().anyMatch(referrer -> referrer.mentions(id.value()))) {
            throw new Conflict("A ticket or a rule names the group.");
        }
        groups.remove(group);
        Constraints.guard(groups::flush, "The group is in use.");
        stamp.raise(Agent.STAMP);
    }

    /**
     * Lets an agent belong to a group; who does already stays as they are.
     *
     * @throws NotFound if there is no such group or agent
     */
    public void join(GroupId id, UserId agent) {
        groups.get(id);
        agents.get(agent);
        if (groups.findMember(id, agent).isEmpty()) {
            groups.add(new Membership(id, agent, clock.instant()));
            groups.flush();
            belongs(agent);
        }
    }

    /**
     * Lets an agent belong to a group no more; what they hold stays theirs.
     *
     * @throws NotFound if they did not belong to it
     */
    public void leave(GroupId id, UserId agent) {
        groups.get(id);
        groups.remove(groups.findMember(id, agent).orElseThrow(() -> new NotFound("member")));
        groups.flush();
        belongs(agent);
    }

    private void requireFree(String name, GroupId except) {
        if (groups.nameIsTaken(name, except)) {
            throw new Conflict(TAKEN);
        }
    }

    /** Work that flows over must not come round to where it began. */
    private void requireEnd(GroupId id, Sharing sharing) {
        Optional<GroupId> next = Optional.ofNullable(sharing.overflow());
        Set<GroupId> passed = new HashSet<>(Set.of(id));
        while (next.isPresent()) {
            if (!passed.add(next.get())) {
                throw new InvalidInput("/overflow_group_id", "cycle", "Work would flow over in a circle.");
            }
            next = groups.find(next.get())
                    .orElseThrow(() -> InvalidInput.unknownReference("/overflow_group_id"))
                    .overflow();
        }
    }

    private void requireKnown(Calling calling) {
        if (calling.organizations().stream()
                .anyMatch(id -> organizations.find(id).isEmpty())) {
            throw InvalidInput.unknownReference("/organization_ids");
        }
    }

    private void belongs(UserId agent) {
        stamp.raise(Agent.STAMP);
        changes.fire(new UserChanged(agent));
    }

    private Group stored(Group group) {
        Constraints.guard(groups::flush, TAKEN);
        stamp.raise(Agent.STAMP);
        return group;
    }
}
