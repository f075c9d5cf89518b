package io.bilet.people.team;

import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which agents a list shall have; what is empty restricts nothing. */
public record AgentFilter(
        @Nullable UserId id,
        @Nullable GroupId groupId,
        @Nullable SkillId skillId,
        List<Presence> presences) {

    static AgentFilter only(UserId id) {
        return new AgentFilter(id, null, null, List.of());
    }
}
