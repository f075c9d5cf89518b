package io.bilet.automation.action;

import java.util.Map;

/** A capability that contributes kinds of actions; found by CDI. */
public interface ActionKinds {

    /** How each of its kinds is read, by the name of the kind; asked once. */
    Map<String, Reading> kinds();

    /** Reads the members of one action, all of which it must ask for. */
    @FunctionalInterface
    interface Reading {
        Action read(Members members);
    }
}
