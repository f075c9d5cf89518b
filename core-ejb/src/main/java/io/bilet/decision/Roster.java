package io.bilet.decision;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/**
 * The agents who can be looked at together, in a fixed order; the same agents always make the same roster.
 *
 * @param id made from the agents
 */
public record Roster(UUID id, List<UUID> agents) {

    private static final int ID_BYTES = 16;

    public static Roster of(List<UUID> agents) {
        byte[] bytes = bytes(agents);
        return new Roster(UUID.nameUUIDFromBytes(bytes), List.copyOf(agents));
    }

    /** The agents' ids one after the other, 16 bytes each. */
    byte[] bytes() {
        return bytes(agents);
    }

    static Roster read(UUID id, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        UUID[] agents = new UUID[bytes.length / ID_BYTES];
        for (int i = 0; i < agents.length; i++) {
            agents[i] = new UUID(buffer.getLong(), buffer.getLong());
        }
        return new Roster(id, List.of(agents));
    }

    private static byte[] bytes(List<UUID> agents) {
        ByteBuffer buffer = ByteBuffer.allocate(agents.size() * ID_BYTES);
        agents.forEach(
                agent -> buffer.putLong(agent.getMostSignificantBits()).putLong(agent.getLeastSignificantBits()));
        return buffer.array();
    }
}
