package io.bilet.people.team;

import io.bilet.people.GroupId;
import io.bilet.people.User;
import java.util.List;

/**
 * An agent as others see them.
 *
 * @param groups in the order of their ids
 */
public record AgentRow(User user, Agent agent, Load load, List<GroupId> groups) {}
