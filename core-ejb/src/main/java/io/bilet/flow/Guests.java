package io.bilet.flow;

import io.bilet.people.UserId;
import io.bilet.swarm.Sought;
import java.util.List;

/** Who is asked to help in a swarm: by name, and by what somebody must know. */
public record Guests(List<UserId> agents, List<Sought> sought) {}
