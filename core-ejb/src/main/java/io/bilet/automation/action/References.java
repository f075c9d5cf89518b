package io.bilet.automation.action;

import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.platform.error.InvalidInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;

/** Sees to it that rules speak only of groups, skills and people that exist. */
@ApplicationScoped
public class References {

    @Inject
    private ReferenceQueries queries;

    public void requireGroup(GroupId id, String pointer) {
        require(queries.groupExists(id), pointer);
    }

    public void requireSkill(SkillId id, String pointer) {
        require(queries.skillExists(id), pointer);
    }

    /** Somebody to whom tickets can be given. */
    public void requireAgent(UserId id, String pointer) {
        require(queries.holdsTickets(id), pointer);
    }

    /** People who work here; {@code pointer} is where the list stands. */
    public void requireStaff(Collection<UserId> ids, String pointer) {
        int place = 0;
        for (UserId id : ids) {
            require(queries.worksHere(id), pointer + "/" + place);
            place++;
        }
    }

    private static void require(boolean known, String pointer) {
        if (!known) {
            throw InvalidInput.unknownReference(pointer);
        }
    }
}
