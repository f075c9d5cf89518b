package io.bilet.people.team;

import io.bilet.people.GroupId;
import io.bilet.people.User;
import java.util.List;

/**
 * An agent as others see them.
 *
 * @param openCount tickets held now
 * @param groups in the order of their ids
 */
public record AgentRow(User user, Agent agent, int openCount, List<GroupId> groups) {}
