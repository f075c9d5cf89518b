package io.bilet.decision;

import io.bilet.testing.Beans;

/** Does what the server does after a commit: a node remembers which rosters are stored. */
public final class Rosters {

    private Rosters() {}

    public static void remember(Beans node) {
        node.fired().stream()
                .filter(RosterRepository.Kept.class::isInstance)
                .map(RosterRepository.Kept.class::cast)
                .forEach(node.get(RosterRepository.class)::remember);
    }
}
